import type { Metadata, Route } from "next";
import { CheckIn } from "@/components/check-in/check-in";
import { requireEvent } from "@/lib/access/access";
import { hasPermission } from "@/lib/access/permissions";
import { checkInService } from "@/lib/check-in/check-in-service";
import { routeParams } from "@/lib/names/route-params";
import { checkInPage } from "@/texts/check-in";

// Rendered whole: devices keep this page for offline use.
export const instant = false;

export async function generateMetadata({ params }: PageProps<"/organize/events/[slug]/check-in">): Promise<Metadata> {
  const { slug } = await routeParams(params);
  return {
    title: checkInPage.title,
    robots: { index: false },
    manifest: `/organize/events/${encodeURIComponent(slug)}/check-in/manifest.webmanifest`,
  };
}

export default async function CheckInPage({ params }: PageProps<"/organize/events/[slug]/check-in">) {
  const { slug } = await routeParams(params);
  const { event, role } = await requireEvent(slug, "check-in");
  const counts = await checkInService.countCheckIns(event);
  const back = hasPermission(role, "events.view") ? `/organize/events/${event.slug}` : "/organize";
  return (
    <CheckIn
      back={back as Route}
      counts={counts}
      event={{
        slug: event.slug,
        name: event.name,
        status: event.status,
        startsAt: event.startsAt.toISOString(),
        endsAt: event.endsAt.toISOString(),
        timeZone: event.timeZone,
        place: [event.venue, event.city].filter(Boolean).join(", "),
      }}
    />
  );
}
