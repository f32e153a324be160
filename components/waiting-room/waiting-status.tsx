import { Clock, Ticket } from "lucide-react";
import { Alert } from "@/components/ui/alert";
import { Progress } from "@/components/ui/progress";
import type { QueueStatus } from "@/lib/waiting-room/queue-status";
import { formatAhead, formatWaitEstimate } from "./room-messages";

type Waiting = Extract<QueueStatus, { state: "waiting" }>;

/** How many are ahead, for how long, and whether there will be tickets: what is known, and what is a guess. */
export function WaitingStatus({ place }: { place: Waiting }) {
  const { ahead, served, number, wait, stalled, left } = place;
  const isScarce = stalled === null && ahead >= left;
  return (
    <div className="grid gap-6">
      <h2 className="text-3xl leading-tight tabular-nums sm:text-4xl">{formatAhead(ahead)}</h2>
      {number > 1 ? <Progress label="Let in before you" done={served} total={number - 1} /> : null}
      {stalled === "paused" ? (
        <Alert tone="warning" title="The queue is paused">
          The organizer has stopped it for a moment. It goes on from where it is, and your place is kept.
        </Alert>
      ) : null}
      {stalled === "sold_out" ? (
        <Alert tone="warning" title="Every ticket is taken at the moment">
          Some are still in checkouts and may come back. If one does, the queue goes on; your place is kept.
        </Alert>
      ) : null}
      {wait ? (
        <ul className="grid gap-3">
          <li className="flex items-start gap-3">
            <Clock aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-accent" />
            <span>
              <strong className="font-semibold">{formatWaitEstimate(wait)}</strong>
              <span className="text-muted"> at the pace of the last minute</span>
            </span>
          </li>
          <li className="flex items-start gap-3">
            <Ticket aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-accent" />
            <span>
              <strong className="font-semibold tabular-nums">
                {left === 1 ? "1 ticket" : `${left.toLocaleString("en-GB")} tickets`}
              </strong>
              <span className="text-muted">{isScarce ? " left: there may be none when it is your turn" : " left"}</span>
            </span>
          </li>
        </ul>
      ) : null}
    </div>
  );
}
