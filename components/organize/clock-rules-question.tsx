import type { EventForTeam } from "@/lib/access/event-for-team";
import { describeClockMove } from "@/lib/clock-rules/describe-clock-move";
import type { ActionFailure } from "@/lib/requests/result";
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
        Clock rules in <span>{event.timeZone}</span> changed
      </h2>
      <p>
        Tickets say <strong>{ticket}</strong>. The stored moment is now <strong>{stored}</strong> there, so pages and
        calendars show that. Everyone who booked gets an email about what you choose.
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
        <p>An owner or a manager of the team can settle this.</p>
      )}
    </section>
  );
}
