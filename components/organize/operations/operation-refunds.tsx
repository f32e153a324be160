import type { Route } from "next";
import Link from "next/link";
import { RedirectForm } from "@/components/forms/redirect-form";
import { StatCard } from "@/components/organize/stat-card";
import { ButtonLink } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { Cell, HeaderCell, Row, Table, TableHead } from "@/components/ui/table";
import { formatMoney } from "@/lib/money/format";
import { retryFailedRefundsAction } from "@/lib/operations/actions";
import { MAX_FAILED_REFUNDS, type OperationRefundState, type OperationRefunds } from "@/lib/operations/refunds";
import { operationRefunds } from "@/texts/organizer-payments";

const states: OperationRefundState[] = ["done", "pending", "handBack", "failed"];

/** The refunds of a cancelled event: what has arrived, what is on its way, and what failed. */
export function OperationRefundsSection({
  slug,
  operationId,
  refunds,
  mayManage,
}: {
  slug: string;
  operationId: string;
  refunds: OperationRefunds;
  mayManage: boolean;
}) {
  const { sums, failed } = refunds;
  const failures = sums.failed.reduce((sum, { count }) => sum + count, 0);
  return (
    <section aria-labelledby="refunds" className="grid grid-cols-1 gap-4">
      <h2 id="refunds" className="text-xl">
        {operationRefunds.title}
      </h2>
      <dl className="grid grid-cols-2 gap-4 lg:grid-cols-4">
        {states.flatMap((state) =>
          sums[state].map(({ count, amount, currency }) => (
            <StatCard key={`${state}${currency}`} label={operationRefunds[state]} value={formatMoney(amount, currency)}>
              {operationRefunds.count(count)}
            </StatCard>
          )),
        )}
      </dl>
      {failed.length > 0 ? (
        <>
          <Table caption={operationRefunds.failedCaption}>
            <TableHead>
              <HeaderCell>{operationRefunds.name}</HeaderCell>
              <HeaderCell>{operationRefunds.booking}</HeaderCell>
              <HeaderCell numeric>{operationRefunds.amount}</HeaderCell>
              <HeaderCell>{operationRefunds.reason}</HeaderCell>
            </TableHead>
            <tbody>
              {failed.map(({ reference, name, amount, currency, failureReason }) => (
                <Row key={reference}>
                  <Cell className="min-w-40">
                    <bdi translate="no" className="wrap-anywhere">
                      {name}
                    </bdi>
                  </Cell>
                  <Cell>
                    <Link
                      href={`/organize/events/${slug}/attendees/${reference}` as Route}
                      prefetch={false}
                      translate="no"
                      className="inline-flex min-h-11 items-center font-medium text-accent underline tabular-nums"
                    >
                      {reference}
                    </Link>
                  </Cell>
                  <Cell numeric>{formatMoney(amount, currency)}</Cell>
                  <Cell>{failureReason?.replaceAll("_", " ") ?? "–"}</Cell>
                </Row>
              ))}
            </tbody>
          </Table>
          {failures > MAX_FAILED_REFUNDS ? (
            <p className="text-muted">{operationRefunds.more(`${MAX_FAILED_REFUNDS}`)}</p>
          ) : null}
          {mayManage ? (
            <RedirectForm action={retryFailedRefundsAction} className="grid justify-items-start gap-2">
              <input type="hidden" name="slug" value={slug} />
              <input type="hidden" name="operation" value={operationId} />
              <SubmitButton variant="secondary">{operationRefunds.retry(failures)}</SubmitButton>
            </RedirectForm>
          ) : null}
        </>
      ) : null}
      <p>
        <ButtonLink href={`/organize/events/${slug}/payments` as Route} variant="ghost" prefetch={false}>
          {operationRefunds.seePayments}
        </ButtonLink>
      </p>
    </section>
  );
}
