import type { Route } from "next";
import { EventHeading } from "@/components/organize/event-heading";
import { Container } from "@/components/ui/container";
import { type TabLink, TabLinks } from "@/components/ui/tab-links";
import { requireEvent } from "@/lib/access/access";
import { hasPermission, type Permission } from "@/lib/access/permissions";
import { routeParams } from "@/lib/names/route-params";
import { eventPages, slugEventsLayout } from "@/texts/organizer";

const tabs: { page: string; text: string; permission: Permission }[] = [
  { page: "", text: eventPages.overview, permission: "events.view" },
  { page: "/edit", text: eventPages.edit, permission: "events.edit" },
  { page: "/attendees", text: eventPages.attendees, permission: "attendees.view" },
  { page: "/waitlist", text: eventPages.waitlist, permission: "waitlist.view" },
  { page: "/payments", text: eventPages.payments, permission: "payments.view" },
  { page: "/messages", text: eventPages.messages, permission: "messages.send" },
  { page: "/insights", text: eventPages.insights, permission: "insights.view" },
  { page: "/check-in", text: eventPages.checkIn, permission: "check-in" },
];

/** The heading and tabs of an event's pages. Each page checks its own permission. */
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
          <TabLinks label={slugEventsLayout.navigation} tabs={links} />
        </Container>
      </div>
      <Container width="wide" className="pt-8">
        {children}
      </Container>
    </>
  );
}
