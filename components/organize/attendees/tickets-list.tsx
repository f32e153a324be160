import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { attendeesHref, defaultColumns, type TicketSearch } from "@/lib/attendees/search-schema";
import type { TicketRow } from "@/lib/attendees/tickets-list";
import { isMultiDay } from "@/lib/inventory/sales";
import { formatBrief } from "@/lib/time/format";
import { ticketsList } from "@/texts/attendees";
import { ticketColumnLabels } from "./attendee-labels";
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
    const at = formatBrief(ticket.checkedInAt, event.timeZone);
    return <Badge tone="positive">{isMultiDay(event) ? ticketsList.lastLetIn(at) : ticketsList.inSince(at)}</Badge>;
  }
  return <Badge>{ticketsList.notInYet}</Badge>;
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
    { name: "name", text: "Holder", ...sorted("name", "") },
    { name: "state", text: "Check-in", onCard: "plain" },
    ...shown.map((name) => ({
      name,
      text: ticketColumnLabels[name],
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
      booked: <span className="md:whitespace-nowrap">{formatBrief(row.bookedAt, event.timeZone)}</span>,
    };
    return {
      id: row.code,
      reference: row.reference,
      label: `${row.holderName}, ${formatTicketCode(row.code)}`,
      cells,
    };
  });
  return <AttendeeTable slug={event.slug} caption={ticketsList.tickets} columns={columns} lines={lines} />;
}
