import { Clock, Ticket } from "lucide-react";
import { Alert } from "@/components/ui/alert";
import { Progress } from "@/components/ui/progress";
import { RichText } from "@/components/ui/rich-text";
import type { QueueStatus } from "@/lib/waiting-room/queue-status";
import { roomMessages, waitingStatus } from "@/texts/waiting-room";
import { formatWaitEstimate } from "./room-messages";

type Waiting = Extract<QueueStatus, { state: "waiting" }>;

/** The people ahead, the estimated wait, and whether tickets will be left. */
export function WaitingStatus({ status }: { status: Waiting }) {
  const { ahead, served, number, wait, stalled, left } = status;
  const isScarce = stalled === null && ahead >= left;
  return (
    <div className="grid gap-6">
      <h2 className="text-3xl leading-tight tabular-nums sm:text-4xl">{roomMessages.ahead(ahead)}</h2>
      {number > 1 ? <Progress label={waitingStatus.progressLabel} done={served} total={number - 1} /> : null}
      {stalled === "paused" ? (
        <Alert tone="warning" title={waitingStatus.paused.title}>
          {waitingStatus.paused.text}
        </Alert>
      ) : null}
      {stalled === "sold_out" ? (
        <Alert tone="warning" title={waitingStatus.soldOut.title}>
          {waitingStatus.soldOut.text}
        </Alert>
      ) : null}
      {wait ? (
        <ul className="grid gap-3">
          <li className="flex items-start gap-3">
            <Clock aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-accent" />
            <span className="text-muted">
              <RichText
                text={waitingStatus.estimate}
                values={{ wait: <strong className="font-semibold text-ink">{formatWaitEstimate(wait)}</strong> }}
              />
            </span>
          </li>
          <li className="flex items-start gap-3">
            <Ticket aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-accent" />
            <span className="text-muted">
              <RichText
                text={isScarce ? waitingStatus.scarce : waitingStatus.left}
                values={{
                  tickets: (
                    <strong className="font-semibold text-ink tabular-nums">{waitingStatus.tickets(left)}</strong>
                  ),
                }}
              />
            </span>
          </li>
        </ul>
      ) : null}
    </div>
  );
}
