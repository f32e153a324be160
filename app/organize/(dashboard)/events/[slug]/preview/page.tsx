import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { EventView } from "@/components/events/event-view";
import { PreviewPanel } from "@/components/organize/editor/preview-panel";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { requireEvent } from "@/lib/access/access";
import { getMemberships } from "@/lib/access/memberships";
import { toDraftPreview } from "@/lib/event-editing/preview";
import { getEditorEvent } from "@/lib/event-editing/queries";
import { toTicketPanelEvent } from "@/lib/events/ticket-panel-event";
import { routeParams } from "@/lib/names/route-params";
import { siteUrl } from "@/lib/site-url";
import { previewPage } from "@/texts/event-editor";

export const metadata: Metadata = { title: previewPage.title };
export const instant = false;

export default async function PreviewPage({ params }: PageProps<"/organize/events/[slug]/preview">) {
  const { slug } = await routeParams(params);
  const { event: seen, viewer } = await requireEvent(slug, "events.edit");
  if (seen.status !== "draft") redirect(`/events/${encodeURIComponent(seen.slug)}`);
  const [current, memberships] = await Promise.all([getEditorEvent(seen.id), getMemberships(viewer.id)]);
  const organizer = memberships.find(({ organizerId }) => organizerId === seen.organizerId);
  const event = toDraftPreview(current, { slug: organizer?.slug ?? "", name: seen.organizerName }, new Date());
  const base = `/organize/events/${seen.slug}`;
  return (
    <div className="mx-auto grid w-full max-w-6xl grid-cols-1 gap-6">
      <Alert tone="info" title={previewPage.noticeTitle}>
        <p>{previewPage.noticeText}</p>
        <p className="flex flex-wrap gap-3 pt-3">
          <ButtonLink href={`${base}/edit` as Route} variant="secondary" size="sm">
            {previewPage.back}
          </ButtonLink>
          <ButtonLink href={`${base}/edit/publish` as Route} size="sm" prefetch={false}>
            {previewPage.publish}
          </ButtonLink>
        </p>
      </Alert>
      <EventView
        event={event}
        url={siteUrl(`/events/${seen.slug}`)}
        panel={<PreviewPanel event={toTicketPanelEvent(event)} availability={event.availability} />}
        isPreview
      />
    </div>
  );
}
