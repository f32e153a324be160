import { RichText } from "@/components/ui/rich-text";
import type { EventForTeam } from "@/lib/access/event-for-team";
import { describeClockMove } from "@/lib/clock-rules/describe-clock-move";
import type { ActionFailure } from "@/lib/requests/result";
import { clockRulesQuestion } from "@/texts/organizer";
import { ClockRulesForm } from "./clock-rules-form";

/** Asks which to keep where changed clock rules have moved a booked event away from the time that its tickets name. */
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
        <RichText text={clockRulesQuestion.title} values={{ timeZone: event.timeZone }} />
      </h2>
      <p>
        <RichText
          text={clockRulesQuestion.intro}
          values={{ ticket: <strong>{ticket}</strong>, stored: <strong>{stored}</strong> }}
        />
      </p>
      {mayAnswer ? (
        <ClockRulesForm
          slug={event.slug}
          version={event.version}
          keepClock={clockRulesQuestion.keepClock(ticket)}
          keepMoment={clockRulesQuestion.keepMoment(stored)}
          left={left}
        />
      ) : (
        <p>{clockRulesQuestion.askTeam}</p>
      )}
    </section>
  );
}
