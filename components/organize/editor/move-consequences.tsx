import type { Consequences } from "@/lib/operations/consequences";

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
          <span className="text-muted">Subject: </span>
          <bdi>{`Changed: ${name}`}</bdi>
        </p>
        <p>
          It says what was and what is now, when and where, that the tickets stay valid, and until when one can cancel.
        </p>
      </div>
    </div>
  );
}
