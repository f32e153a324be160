import { Clock, Ticket } from "lucide-react";
import { Alert } from "@/components/ui/alert";
import { Progress } from "@/components/ui/progress";
import type { QueueStatus } from "@/lib/waiting-room/queue-status";
import { waitingStatus } from "@/texts/waiting-room";
import { formatAhead, formatWaitEstimate } from "./room-messages";

type Waiting = Extract<QueueStatus, { state: "waiting" }>;

/** How many are ahead, for how long, and whether there will be tickets: what is known, and what is a guess. */
export function WaitingStatus({ place }: { place: Waiting }) {
  const { ahead, served, number, wait, stalled, left } = place;
  const isScarce = stalled === null && ahead >= left;
  return (
    <div className="grid gap-6">
      <h2 className="text-3xl leading-tight tabular-nums sm:text-4xl">{formatAhead(ahead)}</h2>
      {number > 1 ? <Progress label={waitingStatus.letInBeforeYou} done={served} total={number - 1} /> : null}
      {stalled === "paused" ? (
        <Alert tone="warning" title={waitingStatus.theQueueIsPaused}>
          {waitingStatus.theOrganizerHasStoppedIt}
        </Alert>
      ) : null}
      {stalled === "sold_out" ? (
        <Alert tone="warning" title={waitingStatus.everyTicketIsTakenAt}>
          {waitingStatus.someAreStillInCheckouts}
        </Alert>
      ) : null}
      {wait ? (
        <ul className="grid gap-3">
          <li className="flex items-start gap-3">
            <Clock aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-accent" />
            <span>
              <strong className="font-semibold">{formatWaitEstimate(wait)}</strong>
              <span className="text-muted">{waitingStatus.atThePaceOfThe}</span>
            </span>
          </li>
          <li className="flex items-start gap-3">
            <Ticket aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-accent" />
            <span>
              <strong className="font-semibold tabular-nums">
                {left === 1 ? waitingStatus.n1Ticket : waitingStatus.tickets(left.toLocaleString("en-GB"))}
              </strong>
              <span className="text-muted">{isScarce ? waitingStatus.leftThereMayBeNone : waitingStatus.left}</span>
            </span>
          </li>
        </ul>
      ) : null}
    </div>
  );
}
