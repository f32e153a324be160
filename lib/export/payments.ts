import "server-only";
import { sql } from "drizzle-orm";
import { formatDecimal } from "@/lib/money/format";
import { type Cell, momentColumn, moneyColumn, type Sheet } from "@/lib/sheets/sheet";
import { toMinorUnits, toWallClockText } from "@/lib/sheets/values";
import { exportColumns, exportTitles } from "@/texts/export";
import {
  paymentProviders,
  paymentStatuses,
  refundReasons,
  refundStatuses,
  venueRefundStatuses,
} from "@/texts/organizer-payments";
import { ledgerTable } from "@/texts/payments-page";
import { streamRows } from "./cursor";

type Event = { id: number; timeZone: string; currency: string };

/** Every payment that was taken and every refund, in the order of time, each in a column of its own. */
export function buildPaymentsSheet(event: Event): Sheet {
  return {
    title: exportTitles.payments,
    columns: [
      momentColumn(exportColumns.time, event.timeZone),
      { label: exportColumns.kind, kind: "text", width: 10 },
      { label: exportColumns.status, kind: "text", width: 16 },
      { label: exportColumns.booking, kind: "text", width: 14 },
      { label: exportColumns.name, kind: "text" },
      { label: exportColumns.email, kind: "text", width: 30 },
      moneyColumn(exportColumns.amount, event.currency),
      moneyColumn(exportColumns.refunded, event.currency),
      { label: exportColumns.currency, kind: "text", width: 10 },
      moneyColumn(exportColumns.fee, event.currency),
      { label: exportColumns.otherFee, kind: "text", width: 14 },
      { label: exportColumns.method, kind: "text", width: 16 },
      { label: exportColumns.reason, kind: "text", width: 24 },
      { label: exportColumns.note, kind: "text", width: 30 },
      { label: exportColumns.providerReference, kind: "text", width: 30 },
    ],
    batches: toCells(
      event,
      streamRows(sql`
        select ${toWallClockText(sql`l.created_at`, event.timeZone)}, l.kind, l.status, b.reference, u.name, u.email,
          ${toMinorUnits(sql`l.amount`)}, ${toMinorUnits(sql`l.refunded`)}, l.currency, ${toMinorUnits(sql`l.fee`)}, l.fee_currency, l.method, l.reason,
          l.note, l.provider_reference, l.provider
        from (
          select 0 as nth, id, created_at, 'payment' as kind, status::text, booking_id, captured_amount as amount,
            null::bigint as refunded, currency, fee, fee_currency, method, null::text as reason, null::text as note,
            coalesce(intent_id, session_id) as provider_reference, provider::text
          from payments where event_id = ${event.id} and status = 'captured'
          union all
          select 1, r.id, r.created_at, 'refund', r.status::text, r.booking_id, null, r.amount, p.currency, null, null,
            p.method, r.reason::text, r.note, r.provider_refund_id, p.provider::text
          from refunds r join payments p on p.event_id = r.event_id and p.id = r.payment_id
          where r.event_id = ${event.id}) l
        join bookings b on b.id = l.booking_id
        join users u on u.id = b.user_id
        order by l.created_at, l.nth, l.id`),
    ),
  };
}

/** The texts of the codes that the database has. */
async function* toCells({ currency: own }: Event, batches: AsyncIterable<Cell[][]>): AsyncGenerator<Cell[][]> {
  for await (const rows of batches) {
    yield rows.map(([at, kind, status, ...rest]) => {
      const [reference, name, email, amount, refunded, currency, fee, feeCurrency, method, reason, note, id, provider] =
        rest;
      const isRefund = kind === "refund";
      const isVenue = provider === "venue";
      const isOwnFee = feeCurrency === own;
      const statuses = isRefund ? (isVenue ? venueRefundStatuses : refundStatuses) : paymentStatuses;
      return [
        ...[at ?? null, isRefund ? ledgerTable.refund : ledgerTable.payment, labelOf(statuses, status)],
        ...[reference ?? null, name ?? null, email ?? null, amount ?? null, refunded ?? null, currency ?? null],
        ...[isOwnFee ? (fee ?? null) : null, isOwnFee ? null : otherFee(fee, feeCurrency)],
        ...[method ?? labelOf(paymentProviders, provider), labelOf(refundReasons, reason), note ?? null, id ?? null],
      ];
    });
  }
}

const labelOf = (labels: Record<string, string>, code: Cell | undefined): Cell =>
  typeof code === "string" ? (labels[code] ?? code) : null;

const otherFee = (fee: Cell | undefined, currency: Cell | undefined): Cell =>
  typeof fee === "number" && typeof currency === "string" ? `${currency} ${formatDecimal(fee, currency)}` : null;
