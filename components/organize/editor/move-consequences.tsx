import type { Consequences } from "@/lib/operations/consequences";
import { moveConsequences } from "@/texts/event-editor";

const formatCount = (value: number, one: string, many: string) =>
  `${value.toLocaleString("en-GB")} ${value === 1 ? one : many}`;

/** Whom a new date or place touches, and what they will read. */
export function MoveConsequences({ consequences, name }: { consequences: Consequences; name: string }) {
  const { bookings, tickets, holds, waiting } = consequences;
  return (
    <div className="grid gap-3 text-pretty">
      <p>
        {`${formatCount(bookings, "person has", "people have")} booked ${formatCount(tickets, "ticket", "tickets")}. Each of them gets one mail.${
          holds > 0
            ? ` ${formatCount(holds, "person is", "people are")} checking out at this moment and will see the change.`
            : ""
        }${waiting > 0 ? ` ${formatCount(waiting, "person waits", "people wait")} in line and gets no mail.` : ""}`}
      </p>
      <div className="rounded-control bg-sunken px-4 py-3">
        <p className="wrap-anywhere">
          <span className="text-muted">{moveConsequences.subject}</span>
          <bdi>{moveConsequences.changed(name)}</bdi>
        </p>
        <p>{moveConsequences.itSaysWhatWasAnd}</p>
      </div>
    </div>
  );
}
