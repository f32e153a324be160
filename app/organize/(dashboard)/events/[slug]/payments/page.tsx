import { CreditCard } from "lucide-react";
import type { Metadata, Route } from "next";
import { z } from "zod";
import { ExportMenu } from "@/components/organize/export-menu";
import { IssueList } from "@/components/organize/payments/issue-list";
import { LedgerTable } from "@/components/organize/payments/ledger-table";
import { LedgerTotalsList } from "@/components/organize/payments/ledger-totals";
import { LeftResult } from "@/components/organize/payments/left-result";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { SearchInput } from "@/components/ui/search-input";
import { requireEvent } from "@/lib/access/access";
import { hasPermission } from "@/lib/access/permissions";
import { listPaymentIssues } from "@/lib/event-payments/issues";
import { getLedgerPage, getLedgerTotals } from "@/lib/event-payments/ledger";
import { ledgerSearchSchema, paymentsHref } from "@/lib/event-payments/ledger-search";
import { routeParams } from "@/lib/names/route-params";
import { readNoScriptResult } from "@/lib/requests/no-script-result";
import { paymentsPage } from "@/texts/payments-page";

export const metadata: Metadata = { title: paymentsPage.title };
export const instant = false;

/** What needs a person about an event's money, and all of it by time. */
export default async function PaymentsPage({ params, searchParams }: PageProps<"/organize/events/[slug]/payments">) {
  const [{ slug }, query] = await Promise.all([routeParams(params), searchParams]);
  const { event, role } = await requireEvent(slug, "payments.view");
  const search = ledgerSearchSchema.parse(query);
  const [issues, page, totals, left] = await Promise.all([
    listPaymentIssues(event.id),
    getLedgerPage(event.id, search),
    getLedgerTotals(event.id),
    readNoScriptResult(paymentsHref(event.slug), { message: z.string() }),
  ]);
  const isEmpty = totals.length === 0 && issues.length === 0;
  return (
    <div className="grid grid-cols-1 gap-8">
      <header className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-3xl">{paymentsPage.title}</h1>
        {!isEmpty && hasPermission(role, "export") ? <ExportMenu slug={event.slug} what="payments" /> : null}
      </header>
      <LeftResult left={left} />
      {isEmpty ? (
        <EmptyState icon={<CreditCard aria-hidden="true" className="size-7" />} title={paymentsPage.emptyTitle}>
          {paymentsPage.empty[event.paymentMethod]}
        </EmptyState>
      ) : (
        <>
          <section aria-labelledby="attention" className="grid grid-cols-1 gap-4">
            <h2 id="attention" className="text-2xl">
              {paymentsPage.attention}
            </h2>
            {issues.length === 0 ? (
              <p className="font-medium text-positive">{paymentsPage.nothing}</p>
            ) : (
              <IssueList event={event} issues={issues} mayManage={hasPermission(role, "payments.manage")} />
            )}
          </section>
          <section aria-labelledby="ledger" className="grid grid-cols-1 gap-4">
            <h2 id="ledger" className="text-2xl">
              {paymentsPage.ledger}
            </h2>
            <LedgerTotalsList totals={totals} />
            <search>
              <form action={paymentsHref(event.slug)} className="flex items-center gap-2">
                <SearchInput
                  label={paymentsPage.searchLabel}
                  placeholder={paymentsPage.searchPlaceholder}
                  defaultValue={search.q ?? ""}
                />
                {search.q ? (
                  <ButtonLink href={paymentsHref(event.slug) as Route} variant="ghost">
                    {paymentsPage.clearSearch}
                  </ButtonLink>
                ) : null}
              </form>
            </search>
            {page.rows.length === 0 ? (
              <p className="text-muted">{paymentsPage.noMatches}</p>
            ) : (
              <LedgerTable event={event} rows={page.rows} />
            )}
            <Pager
              previous={
                page.previous ? (paymentsHref(event.slug, { q: search.q, before: page.previous }) as Route) : null
              }
              next={page.next ? (paymentsHref(event.slug, { q: search.q, after: page.next }) as Route) : null}
            />
          </section>
        </>
      )}
    </div>
  );
}
