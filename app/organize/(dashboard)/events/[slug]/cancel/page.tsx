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
import { readNoScriptFailure } from "@/lib/requests/no-script-result";
import { cancelPage } from "@/texts/organizer";

export const metadata: Metadata = { title: "Cancel the event" };
export const instant = false;

const nothingToCancel = {
  draft: {
    title: "This event is a draft",
    text: "It was never published, so nobody has booked it and there is nobody to tell.",
    next: { page: "/edit", label: "Edit the draft" },
  },
  cancelled: {
    title: "This event is cancelled already",
    text: "Its sales are closed. See how far telling everybody is.",
    next: { page: "/operations", label: "See the progress" },
  },
  over: {
    title: "This event is over",
    text: "It has taken place, so there is nothing left to cancel. Its bookings stay as they are.",
    next: { page: "", label: "Back to the event" },
  },
};

/** Whom it touches and what they are told, before an event is cancelled for good. */
export default async function CancelEventPage({ params }: PageProps<"/organize/events/[slug]/cancel">) {
  const { slug } = await routeParams(params);
  const { event } = await requireEvent(slug, "events.cancel");
  const state = event.status === "published" ? (event.endsAt <= new Date() ? "over" : null) : event.status;
  if (state) {
    const { title, text, next } = nothingToCancel[state];
    const href = `/organize/events/${event.slug}${next.page}` as Route;
    return (
      <>
        <h1 className="mb-6 text-3xl">{cancelPage.cancelTheEvent}</h1>
        <EmptyState title={title} action={<ButtonLink href={href}>{next.label}</ButtonLink>}>
          {text}
        </EmptyState>
      </>
    );
  }
  const [consequences, mail] = await Promise.all([
    countConsequences(event.id),
    renderCancellationPreview(event.id, REASON_PLACEHOLDER),
  ]);
  return (
    <div className="grid grid-cols-1 gap-8">
      <div className="grid gap-6">
        <h1 className="text-3xl">{cancelPage.cancelTheEvent}</h1>
        <ConsequenceList {...consequences} />
      </div>
      <CancelEventForm
        event={{ slug: event.slug, name: event.name }}
        mail={{ subject: mail.subject, html: mail.html }}
        left={await readNoScriptFailure(`/organize/events/${encodeURIComponent(event.slug)}/cancel`)}
      />
    </div>
  );
}
