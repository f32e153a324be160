import { Place } from "@/components/events/place";
import { DateTime } from "@/components/time/date-time";
import { Badge } from "@/components/ui/badge";
import { RichText } from "@/components/ui/rich-text";
import { ticketCard } from "@/texts/bookings";
import { TicketQr } from "./ticket-qr";

type Ticket = {
  code: string;
  qrText: string;
  holderName: string;
  status: "valid" | "void";
  checkedInAt: Date | null;
  typeName: string;
};

const formatTicketCode = (code: string) => code.replace(/(.{4})(?=.)/g, "$1 ");

/** One ticket: its holder, its type, and its QR code. */
export function TicketCard({
  ticket,
  number,
  of,
  event,
}: {
  ticket: Ticket;
  number: number;
  of: number;
  event: { name: string; timeZone: string; startsAt: Date; endsAt: Date; venue: string; address: string; city: string };
}) {
  const isVoid = ticket.status === "void";
  return (
    <li className="grid break-inside-avoid grid-cols-[minmax(0,1fr)] overflow-hidden rounded-card border border-line bg-surface sm:grid-cols-[minmax(0,1fr)_14rem]">
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-4 p-5 sm:p-6">
        <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
          <span>{ticketCard.number(number, of)}</span>
          {isVoid ? <Badge tone="danger">{ticketCard.void}</Badge> : null}
          {ticket.checkedInAt ? (
            <Badge tone="positive">
              <span>
                <RichText
                  text={ticketCard.checkedIn}
                  values={{ time: <DateTime start={ticket.checkedInAt} timeZone={event.timeZone} style="time" /> }}
                />
              </span>
            </Badge>
          ) : null}
        </p>
        <div className="grid min-w-0 gap-1">
          <h3 className={`text-2xl leading-tight wrap-anywhere ${isVoid ? "text-muted line-through" : ""}`}>
            <bdi translate="no">{ticket.holderName}</bdi>
          </h3>
          <p className="text-muted">
            <bdi>{ticket.typeName}</bdi>
          </p>
        </div>
        <div className="hidden gap-1 text-sm text-muted print:grid">
          <p className="font-semibold text-ink">
            <bdi>{event.name}</bdi>
          </p>
          <p>
            <DateTime start={event.startsAt} end={event.endsAt} timeZone={event.timeZone} />
          </p>
          <p>
            <Place {...event} />
          </p>
        </div>
      </div>
      {isVoid ? null : (
        <div className="grid content-center justify-items-center gap-3 border-line border-dashed p-5 max-sm:border-t sm:border-s">
          <div className="w-full max-w-60 border border-line bg-white p-1">
            <TicketQr text={ticket.qrText} label={ticketCard.qrLabel(number, formatTicketCode(ticket.code))} />
          </div>
          <p translate="no" className="text-center text-sm tracking-wide whitespace-nowrap tabular-nums">
            {formatTicketCode(ticket.code)}
          </p>
        </div>
      )}
    </li>
  );
}
