import { Mail } from "lucide-react";
import type { Metadata, Route } from "next";
import Link from "next/link";
import { z } from "zod";
import { OperationList } from "@/components/organize/operations/operation-list";
import { RefreshWhileRunning } from "@/components/organize/operations/refresh-while-running";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { requireEvent } from "@/lib/access/access";
import { routeParams } from "@/lib/names/route-params";
import { getOperationsPage } from "@/lib/operations/queries";
import { messagesPage } from "@/texts/messages";

export const metadata: Metadata = { title: messagesPage.title };
export const instant = false;

export default async function MessagesPage({ params, searchParams }: PageProps<"/organize/events/[slug]/messages">) {
  const [{ slug }, query] = await Promise.all([routeParams(params), searchParams]);
  const { event } = await requireEvent(slug, "messages.send");
  const before = z.uuid().safeParse(query.before).data;
  const { operations, next } = await getOperationsPage(event.id, { only: "message", before });
  const path = `/organize/events/${event.slug}/messages`;
  const write = <ButtonLink href={`${path}/new?to=all` as Route}>{messagesPage.write}</ButtonLink>;
  return (
    <div className="grid max-w-3xl gap-6">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-3xl">{messagesPage.title}</h1>
        {operations.length > 0 ? write : null}
      </div>
      {operations.some(({ finishedAt }) => !finishedAt) ? <RefreshWhileRunning /> : null}
      {operations.length === 0 ? (
        <EmptyState
          title={messagesPage.emptyTitle}
          icon={<Mail aria-hidden="true" className="size-6" />}
          action={write}
        >
          {messagesPage.emptyText}
        </EmptyState>
      ) : (
        <OperationList event={event} operations={operations} />
      )}
      <p>
        <Link
          href={`/organize/events/${event.slug}/operations` as Route}
          className="inline-flex min-h-11 items-center font-medium text-accent underline"
        >
          {messagesPage.updatesLink}
        </Link>
      </p>
      <Pager previous={before ? (path as Route) : null} next={next ? (`${path}?before=${next}` as Route) : null} />
    </div>
  );
}
