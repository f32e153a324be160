import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { formatOperationTitle, recipientStatusLabels } from "@/components/organize/operations/operation-labels";
import { OperationRefundsSection } from "@/components/organize/operations/operation-refunds";
import { OperationStatus } from "@/components/organize/operations/operation-status";
import { OperationSummaryText } from "@/components/organize/operations/operation-summary";
import { RecipientList } from "@/components/organize/operations/recipient-list";
import { DateTime } from "@/components/time/date-time";
import { ChipLink } from "@/components/ui/chip-link";
import { Pager } from "@/components/ui/pager";
import { RichText } from "@/components/ui/rich-text";
import { requireEvent } from "@/lib/access/access";
import { hasPermission } from "@/lib/access/permissions";
import { routeParams } from "@/lib/names/route-params";
import { getOperationView, getRecipientsPage } from "@/lib/operations/queries";
import { getOperationRefunds } from "@/lib/operations/refunds";
import type { RecipientCounts, RecipientStatus } from "@/lib/operations/types";
import { operationPage } from "@/texts/messages";

export const metadata: Metadata = { title: operationPage.metadataTitle };
export const instant = false;

const statuses = ["failed", "skipped", "left", "done"] as const satisfies RecipientStatus[];
const querySchema = z.object({
  show: z.enum(statuses).optional().catch(undefined),
  after: z.string().optional().catch(undefined),
});

/** The progress of an operation, and its recipients by status. */
export default async function OperationPage({
  params,
  searchParams,
}: PageProps<"/organize/events/[slug]/operations/[id]">) {
  const [{ slug, id }, query] = await Promise.all([routeParams(params), searchParams]);
  const { event, role } = await requireEvent(slug, "events.view");
  const operation = z.uuid().safeParse(id).success ? await getOperationView(event.id, id) : null;
  if (!operation) notFound();
  const { show, after } = querySchema.parse(query);
  const status = show ?? defaultStatusFor(operation.counts);
  const maySeeRefunds = operation.kind === "event_cancellation" && hasPermission(role, "payments.view");
  const [{ recipients, next }, refunds] = await Promise.all([
    getRecipientsPage(operation.id, status, after),
    maySeeRefunds ? getOperationRefunds(operation.id) : null,
  ]);
  const path = `/organize/events/${event.slug}/operations/${operation.id}`;
  return (
    <div className="grid grid-cols-1 gap-8">
      <div className="grid max-w-3xl gap-6">
        <div className="grid gap-2">
          <h1 dir="auto" className="text-3xl wrap-anywhere">
            {formatOperationTitle(operation)}
          </h1>
          <p className="text-muted">
            <RichText
              text={operationPage.startedBy}
              values={{
                date: <DateTime start={operation.createdAt} timeZone={event.timeZone} style="short" />,
                name: <bdi translate="no">{operation.startedBy}</bdi>,
              }}
            />
          </p>
        </div>
        <OperationSummaryText operation={operation} />
        <OperationStatus event={event} operation={operation} />
      </div>
      {refunds ? (
        <OperationRefundsSection
          slug={event.slug}
          operationId={operation.id}
          refunds={refunds}
          mayManage={hasPermission(role, "payments.manage")}
        />
      ) : null}
      <section aria-labelledby="people" className="grid grid-cols-1 gap-4">
        <h2 id="people" className="text-xl">
          {operationPage.people}
        </h2>
        <nav aria-label={operationPage.statusFilterLabel} className="flex flex-wrap gap-2">
          {statuses.map((one) => (
            <ChipLink key={one} href={`${path}?show=${one}` as Route} current={one === status} scroll={false}>
              <span>{recipientStatusLabels[one]}</span>
              <span className="tabular-nums">{operation.counts[one].toLocaleString("en-GB")}</span>
            </ChipLink>
          ))}
        </nav>
        {recipients.length === 0 ? (
          <p className="text-muted">{operationPage.empty}</p>
        ) : (
          <RecipientList event={event} status={status} recipients={recipients} />
        )}
        <Pager
          previous={after ? (`${path}?show=${status}` as Route) : null}
          next={next ? (`${path}?show=${status}&after=${next}` as Route) : null}
        />
      </section>
    </div>
  );
}

/** Failed recipients first, then remaining ones, then the others. */
function defaultStatusFor(counts: RecipientCounts): RecipientStatus {
  return statuses.find((status) => status !== "skipped" && counts[status] > 0) ?? "done";
}
