import type { EventForTeam } from "@/lib/access/event-for-team";
import { describeClockMove } from "@/lib/clock-rules/describe-clock-move";
import type { ActionFailure } from "@/lib/requests/result";
import { clockRulesQuestion } from "@/texts/organizer";
import { ClockRulesForm } from "./clock-rules-form";

/** Asks what is to become of a booked event whose moment no longer is the time that its tickets name. */
export function ClockRulesQuestion({
  event,
  mayAnswer,
  left,
}: {
  event: EventForTeam;
  mayAnswer: boolean;
  left: ActionFailure | null;
}) {
  const move = describeClockMove(event);
  if (!move) return null;
  const { ticket, stored } = move;
  return (
    <section aria-labelledby="clock-rules" className="grid gap-3 rounded-card bg-warning-soft p-5">
      <h2 id="clock-rules" className="text-lg text-warning">
        {clockRulesQuestion.clockRulesIn}
        <span>{event.timeZone}</span>
        {clockRulesQuestion.changed}
      </h2>
      <p>
        {clockRulesQuestion.ticketsSay}
        <strong>{ticket}</strong>
        {clockRulesQuestion.theStoredMomentIsNow}
        <strong>{stored}</strong>
        {clockRulesQuestion.thereSoPagesAndCalendars}
      </p>
      {mayAnswer ? (
        <ClockRulesForm
          slug={event.slug}
          version={event.version}
          keepClock={`Keep ${ticket}`}
          keepMoment={`Change it to ${stored}`}
          left={left}
        />
      ) : (
        <p>{clockRulesQuestion.anOwnerOrManagerOf}</p>
      )}
    </section>
  );
}
