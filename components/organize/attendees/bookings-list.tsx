import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { DateTime } from "@/components/time/date-time";
import { Badge } from "@/components/ui/badge";
import type { BookingRow } from "@/lib/attendees/bookings-list";
import { attendeesHref, type BookingSearch, type bookingColumns, defaultColumns } from "@/lib/attendees/search-schema";
import { paymentStateOf } from "@/lib/event-payments/payment-state";
import { formatPrice } from "@/lib/money/format";
import { attendeeLabels, bookingsList } from "@/texts/attendees";
import { paymentStates } from "@/texts/organizer-payments";
import { bookingStatusLabelFor } from "./attendee-labels";
import { AttendeeTable, type Column } from "./attendee-table";

export const bookingHref = (slug: string, reference: string) =>
  `/organize/events/${encodeURIComponent(slug)}/attendees/${reference}` as Route;

export function BookingsList({
  event,
  search,
  rows,
  now,
}: {
  event: { slug: string; timeZone: string };
  search: BookingSearch;
  rows: BookingRow[];
  now: Date;
}) {
  const shown: readonly (typeof bookingColumns)[number][] = search.columns ?? defaultColumns.bookings;
  const sort = search.sort ?? "-booked";
  const sorted = (by: "name" | "tickets" | "booked", first: "" | "-") => {
    const order = sort === by ? ("ascending" as const) : sort === `-${by}` ? ("descending" as const) : undefined;
    const next = order === undefined ? `${first}${by}` : order === "ascending" ? `-${by}` : by;
    return { href: attendeesHref(event.slug, search, { sort: next }) as Route, order };
  };
  const columns: Column[] = [
    { name: "name", text: bookingsList.name, ...sorted("name", "") },
    { name: "status", text: bookingsList.status, onCard: "aside" },
    {
      name: "tickets",
      text: bookingsList.tickets,
      isNumber: true,
      onCard: shown.includes("types") ? "left-out" : undefined,
      ...sorted("tickets", "-"),
    },
    ...shown.map((name) => ({
      name,
      text: attendeeLabels.bookingColumns[name],
      isNumber: name === "price" || name === "checkedIn",
      onCard: name === "mail" || name === "types" ? ("plain" as const) : undefined,
      ...(name === "booked" ? sorted("booked", "-") : {}),
    })),
  ];
  const lines = rows.map((row) => {
    const status = bookingStatusLabelFor(row, now);
    const cells: Record<string, ReactNode> = {
      name: <NameLink href={bookingHref(event.slug, row.reference)} name={row.name} below={row.reference} />,
      status: (
        <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
          <Badge tone={status.tone}>{status.text}</Badge>
          <PaymentNote row={row} />
        </span>
      ),
      tickets: row.numberOfTickets,
      mail: (
        <bdi translate="no" className="text-sm wrap-anywhere">
          {row.email}
        </bdi>
      ),
      types: <bdi className="wrap-anywhere">{row.types}</bdi>,
      checkedIn: row.status === "confirmed" ? bookingsList.checkedIn(row.checkedIn, row.numberOfTickets) : "–",
      price: formatPrice(row.totalPrice, row.currency),
      source: attendeeLabels.sources[row.source],
      booked: (
        <DateTime start={row.bookedAt} timeZone={event.timeZone} style="short" className="md:whitespace-nowrap" />
      ),
    };
    return {
      id: row.reference,
      reference: row.reference,
      label: `${row.name}, ${row.reference}`,
      cells,
    };
  });
  return <AttendeeTable slug={event.slug} caption={bookingsList.caption} columns={columns} lines={lines} />;
}

/** Whether a booking is paid for, where that is worth saying. */
function PaymentNote({ row }: { row: BookingRow }) {
  const state = paymentStateOf(row);
  return state ? <span className="text-sm text-muted">{paymentStates[state]}</span> : null;
}

/** The name of an attendee, which opens the booking. */
export function NameLink({ href, name, below }: { href: Route; name: string; below?: string }) {
  return (
    <span className="grid min-w-40">
      <Link href={href} prefetch={false} className="font-semibold underline-offset-4 wrap-anywhere hover:underline">
        <bdi translate="no">{name}</bdi>
      </Link>
      {below ? <span className="text-sm tracking-wide text-muted tabular-nums">{below}</span> : null}
    </span>
  );
}
