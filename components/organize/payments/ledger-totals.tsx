import { StatCard } from "@/components/organize/stat-card";
import type { LedgerTotals } from "@/lib/event-payments/ledger";
import { formatMoney } from "@/lib/money/format";
import { ledgerTotals, paymentsPage } from "@/texts/payments-page";

/** What was taken, refunded, charged as fees, and is left; by currency. */
export function LedgerTotalsList({ totals }: { totals: LedgerTotals[] }) {
  return totals.map(({ currency, taken, refunded, fees, net }) => {
    const hasOtherFees = fees.some((fee) => fee.currency !== currency);
    return (
      <dl key={currency} aria-label={paymentsPage.totals} className="grid grid-cols-2 gap-4 lg:grid-cols-4">
        <StatCard label={ledgerTotals.taken} value={formatMoney(taken, currency)} />
        <StatCard label={ledgerTotals.refunded} value={formatMoney(refunded, currency)} />
        <StatCard
          label={ledgerTotals.fees}
          value={
            fees.length === 0
              ? formatMoney(0, currency)
              : fees.map((fee) => (
                  <span key={fee.currency} className="block">
                    {formatMoney(fee.amount, fee.currency)}
                  </span>
                ))
          }
        >
          {ledgerTotals.feesNote}
        </StatCard>
        <StatCard label={ledgerTotals.net} value={formatMoney(net, currency)}>
          {hasOtherFees ? ledgerTotals.netWithoutFees(currency) : ledgerTotals.netNote}
        </StatCard>
      </dl>
    );
  });
}
