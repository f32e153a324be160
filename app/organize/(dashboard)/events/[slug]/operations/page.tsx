import type { Metadata, Route } from "next";
import { z } from "zod";
import { OperationList } from "@/components/organize/operations/operation-list";
import { RefreshWhileRunning } from "@/components/organize/operations/refresh-while-running";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { requireEvent } from "@/lib/access/access";
import { routeParams } from "@/lib/names/route-params";
import { getOperationsPage } from "@/lib/operations/queries";
import { operationsPage } from "@/texts/messages";

export const metadata: Metadata = { title: operationsPage.title };
export const instant = false;

export default async function OperationsPage({
  params,
  searchParams,
}: PageProps<"/organize/events/[slug]/operations">) {
  const [{ slug }, query] = await Promise.all([routeParams(params), searchParams]);
  const { event } = await requireEvent(slug, "events.view");
  const before = z.uuid().safeParse(query.before).data;
  const { operations, next } = await getOperationsPage(event.id, { before });
  const path = `/organize/events/${event.slug}/operations`;
  return (
    <div className="grid max-w-3xl gap-6">
      <div className="grid gap-2">
        <h1 className="text-3xl">{operationsPage.title}</h1>
        <p className="text-muted">{operationsPage.intro}</p>
      </div>
      {operations.some(({ finishedAt }) => !finishedAt) ? <RefreshWhileRunning /> : null}
      {operations.length === 0 ? (
        <EmptyState
          title={operationsPage.emptyTitle}
          action={
            <ButtonLink href={`/organize/events/${event.slug}/messages/new?to=all` as Route}>
              {operationsPage.write}
            </ButtonLink>
          }
        >
          {operationsPage.emptyText}
        </EmptyState>
      ) : (
        <OperationList event={event} operations={operations} />
      )}
      <Pager previous={before ? (path as Route) : null} next={next ? (`${path}?before=${next}` as Route) : null} />
    </div>
  );
}
