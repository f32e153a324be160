import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { DateTime } from "@/components/time/date-time";
import { Badge } from "@/components/ui/badge";
import { RichText } from "@/components/ui/rich-text";
import { attendeesHref, defaultColumns, type TicketSearch } from "@/lib/attendees/search-schema";
import type { TicketRow } from "@/lib/attendees/tickets-list";
import { isMultiDay } from "@/lib/inventory/sales";
import { attendeeLabels, ticketsList } from "@/texts/attendees";
import { AttendeeTable, type Column } from "./attendee-table";
import { bookingHref, NameLink } from "./bookings-list";

export const formatTicketCode = (code: string) => code.replace(/(.{4})(?=.)/g, "$1 ");

export function TicketState({
  ticket,
  event,
}: {
  ticket: { status: "valid" | "void"; checkedInAt: Date | null };
  event: { startsAt: Date; endsAt: Date; timeZone: string };
}) {
  if (ticket.status === "void") return <Badge tone="danger">{ticketsList.noLongerValid}</Badge>;
  if (ticket.checkedInAt) {
    const time = <DateTime start={ticket.checkedInAt} timeZone={event.timeZone} style="short" />;
    return (
      <Badge tone="positive">
        <RichText text={isMultiDay(event) ? ticketsList.lastCheckedIn : ticketsList.checkedIn} values={{ time }} />
      </Badge>
    );
  }
  return <Badge>{ticketsList.notCheckedIn}</Badge>;
}

export function TicketsList({
  event,
  search,
  rows,
}: {
  event: { slug: string; startsAt: Date; endsAt: Date; timeZone: string };
  search: TicketSearch;
  rows: TicketRow[];
}) {
  const shown = search.columns ?? defaultColumns.tickets;
  const sort = search.sort ?? "name";
  const sorted = (by: "name" | "booked", first: "" | "-") => {
    const order = sort === by ? ("ascending" as const) : sort === `-${by}` ? ("descending" as const) : undefined;
    const next = order === undefined ? `${first}${by}` : order === "ascending" ? `-${by}` : by;
    return { href: attendeesHref(event.slug, search, { sort: next }) as Route, order };
  };
  const columns: Column[] = [
    { name: "name", text: ticketsList.holder, ...sorted("name", "") },
    { name: "state", text: ticketsList.checkIn, onCard: "plain" },
    ...shown.map((name) => ({
      name,
      text: attendeeLabels.ticketColumns[name],
      onCard: name === "mail" || name === "type" ? ("plain" as const) : undefined,
      ...(name === "booked" ? sorted("booked", "-") : {}),
    })),
  ];
  const lines = rows.map((row) => {
    const href = bookingHref(event.slug, row.reference);
    const cells: Record<string, ReactNode> = {
      name: <NameLink href={href} name={row.holderName} below={formatTicketCode(row.code)} />,
      state: <TicketState ticket={row} event={event} />,
      mail: row.holderEmail ? <bdi className="text-sm wrap-anywhere">{row.holderEmail}</bdi> : "–",
      type: <bdi className="wrap-anywhere">{row.typeName}</bdi>,
      booking: (
        <Link href={href} prefetch={false} translate="no" className="tracking-wide underline underline-offset-4">
          {row.reference}
        </Link>
      ),
      booked: (
        <DateTime start={row.bookedAt} timeZone={event.timeZone} style="short" className="md:whitespace-nowrap" />
      ),
    };
    return {
      id: row.code,
      reference: row.reference,
      label: `${row.holderName}, ${formatTicketCode(row.code)}`,
      cells,
    };
  });
  return <AttendeeTable slug={event.slug} caption={ticketsList.caption} columns={columns} lines={lines} />;
}
