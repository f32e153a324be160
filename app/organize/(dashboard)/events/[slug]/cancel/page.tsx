import type { Metadata, Route } from "next";
import { CancelEventForm } from "@/components/organize/operations/cancel-event-form";
import { ConsequenceList } from "@/components/organize/operations/consequence-list";
import { REASON_PLACEHOLDER } from "@/components/organize/operations/fill-in-reason";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireEvent } from "@/lib/access/access";
import { routeParams } from "@/lib/names/route-params";
import { renderCancellationPreview } from "@/lib/notifications/preview";
import { countConsequences } from "@/lib/operations/consequences";
import { countRefunds } from "@/lib/operations/refunds";
import { readNoScriptFailure } from "@/lib/requests/no-script-result";
import { cancelPage } from "@/texts/organizer";

export const metadata: Metadata = { title: cancelPage.title };
export const instant = false;

const nothingToCancel = {
  draft: {
    title: cancelPage.draftTitle,
    text: cancelPage.draft,
    next: { page: "/edit", label: cancelPage.editDraft },
  },
  cancelled: {
    title: cancelPage.cancelledTitle,
    text: cancelPage.cancelled,
    next: { page: "/operations", label: cancelPage.seeProgress },
  },
  over: {
    title: cancelPage.overTitle,
    text: cancelPage.over,
    next: { page: "", label: cancelPage.back },
  },
};

/** Shows who is affected and the email they get, before an event is cancelled. */
export default async function CancelEventPage({ params }: PageProps<"/organize/events/[slug]/cancel">) {
  const { slug } = await routeParams(params);
  const { event } = await requireEvent(slug, "events.cancel");
  const state = event.status === "published" ? (event.endsAt <= new Date() ? "over" : null) : event.status;
  if (state) {
    const { title, text, next } = nothingToCancel[state];
    const href = `/organize/events/${event.slug}${next.page}` as Route;
    return (
      <>
        <h1 className="mb-6 text-3xl">{cancelPage.title}</h1>
        <EmptyState title={title} action={<ButtonLink href={href}>{next.label}</ButtonLink>}>
          {text}
        </EmptyState>
      </>
    );
  }
  const [consequences, refunds, email] = await Promise.all([
    countConsequences(event.id),
    countRefunds(event.id),
    renderCancellationPreview(event.id, REASON_PLACEHOLDER),
  ]);
  return (
    <div className="grid grid-cols-1 gap-8">
      <div className="grid gap-6">
        <h1 className="text-3xl">{cancelPage.title}</h1>
        <ConsequenceList {...consequences} refunds={refunds} />
      </div>
      <CancelEventForm
        event={{ slug: event.slug, name: event.name }}
        email={{ subject: email.subject, html: email.html }}
        left={await readNoScriptFailure(`/organize/events/${encodeURIComponent(event.slug)}/cancel`)}
      />
    </div>
  );
}
