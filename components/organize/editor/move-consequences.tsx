import { RichText } from "@/components/ui/rich-text";
import type { Consequences } from "@/lib/operations/consequences";
import { moveConsequences } from "@/texts/event-editor";

/** Who is affected by a new date or place, and the email that they get. */
export function MoveConsequences({ consequences, name }: { consequences: Consequences; name: string }) {
  const { bookings, tickets, holds, waiting } = consequences;
  return (
    <div className="grid gap-3 text-pretty">
      <p>{moveConsequences.booked(bookings, tickets)}</p>
      {holds > 0 ? <p>{moveConsequences.holds(holds)}</p> : null}
      {waiting > 0 ? <p>{moveConsequences.waiting(waiting)}</p> : null}
      <div className="rounded-control bg-sunken px-4 py-3">
        <p className="text-muted wrap-anywhere">
          <RichText
            text={moveConsequences.subjectLine}
            values={{ subject: <bdi className="text-ink">{moveConsequences.subject(name)}</bdi> }}
          />
        </p>
        <p>{moveConsequences.emailContent}</p>
      </div>
    </div>
  );
}
