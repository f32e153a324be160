import type { Route } from "next";
import Link from "next/link";
import { DateTime } from "@/components/time/date-time";
import { Badge } from "@/components/ui/badge";
import { Cell, HeaderCell, Row, Table, TableHead } from "@/components/ui/table";
import type { LedgerRow } from "@/lib/event-payments/ledger";
import { formatMoney } from "@/lib/money/format";
import { paymentStatuses, refundReasons } from "@/texts/organizer-payments";
import { ledgerTable } from "@/texts/payments-page";
import { formatFee, paymentMethodLabel, refundStatusLabel } from "./payment-labels";

/** Payments that were taken and refunds, latest first. Refunds are negative. */
export function LedgerTable({ event, rows }: { event: { slug: string; timeZone: string }; rows: LedgerRow[] }) {
  return (
    <Table caption={ledgerTable.caption}>
      <TableHead>
        <HeaderCell>{ledgerTable.when}</HeaderCell>
        <HeaderCell>{ledgerTable.what}</HeaderCell>
        <HeaderCell>{ledgerTable.booking}</HeaderCell>
        <HeaderCell>{ledgerTable.method}</HeaderCell>
        <HeaderCell>{ledgerTable.status}</HeaderCell>
        <HeaderCell numeric>{ledgerTable.fee}</HeaderCell>
        <HeaderCell numeric>{ledgerTable.amount}</HeaderCell>
      </TableHead>
      <tbody>
        {rows.map((row) => {
          const status = row.status
            ? refundStatusLabel(row.status, row.provider)
            : ({ tone: "positive", text: paymentStatuses.captured } as const);
          return (
            <Row key={row.cursor}>
              <Cell className="whitespace-nowrap text-muted">
                <DateTime start={row.at} timeZone={event.timeZone} style="short" />
              </Cell>
              <Cell>
                <span className="block font-semibold">{ledgerTable[row.kind]}</span>
                {row.reason ? <span className="block text-sm text-muted">{refundReasons[row.reason]}</span> : null}
              </Cell>
              <Cell className="min-w-40">
                <Link
                  href={`/organize/events/${event.slug}/attendees/${row.reference}` as Route}
                  prefetch={false}
                  translate="no"
                  className="inline-flex min-h-11 items-center font-medium text-accent underline tabular-nums"
                >
                  {row.reference}
                </Link>
                <bdi translate="no" className="block text-sm text-muted wrap-anywhere">
                  {row.name}
                </bdi>
              </Cell>
              <Cell>{paymentMethodLabel(row.method, row.provider)}</Cell>
              <Cell>
                <Badge tone={status.tone}>{status.text}</Badge>
              </Cell>
              <Cell numeric>{formatFee(row.fee, row.feeCurrency) ?? "–"}</Cell>
              <Cell numeric className="font-semibold">
                {formatMoney(row.kind === "refund" ? -row.amount : row.amount, row.currency)}
              </Cell>
            </Row>
          );
        })}
      </tbody>
    </Table>
  );
}
