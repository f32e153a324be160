import type { Route } from "next";
import { EventHeading } from "@/components/organize/event-heading";
import { Container } from "@/components/ui/container";
import { type TabLink, TabLinks } from "@/components/ui/tab-links";
import { requireEvent } from "@/lib/access/access";
import { hasPermission, type Permission } from "@/lib/access/permissions";
import { routeParams } from "@/lib/names/route-params";
import { slugEventsLayout } from "@/texts/organizer";

const tabs: { page: string; text: string; permission: Permission }[] = [
  { page: "", text: "Overview", permission: "events.view" },
  { page: "/edit", text: "Edit", permission: "events.edit" },
  { page: "/attendees", text: "Attendees", permission: "attendees.view" },
  { page: "/waitlist", text: "Waitlist", permission: "waitlist.view" },
  { page: "/messages", text: "Messages", permission: "messages.send" },
  { page: "/insights", text: "Insights", permission: "insights.view" },
  { page: "/check-in", text: "Check-in", permission: "check-in" },
];

/** Around every page of one event: which one it is, and where else to go. Each page checks its own permission. */
export default async function EventLayout({ params, children }: LayoutProps<"/organize/events/[slug]">) {
  const { slug } = await routeParams(params);
  const { event, role } = await requireEvent(slug, "check-in");
  const links: TabLink[] = tabs
    .filter(({ permission }) => hasPermission(role, permission))
    .map(({ page, text }) => ({ href: `/organize/events/${event.slug}${page}` as Route, text }));
  return (
    <>
      <div className="border-b border-line">
        <Container width="wide" className="grid gap-4 pt-6">
          <EventHeading event={event} />
          <TabLinks label={slugEventsLayout.thisEvent} tabs={links} />
        </Container>
      </div>
      <Container width="wide" className="pt-8">
        {children}
      </Container>
    </>
  );
}
