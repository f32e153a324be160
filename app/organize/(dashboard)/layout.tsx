import type { Metadata, Route } from "next";
import { CommandPalette } from "@/components/organize/command-palette";
import { OrganizerShell } from "@/components/organize/organizer-shell";
import { getMemberships } from "@/lib/access/memberships";
import { hasPermission, type Permission } from "@/lib/access/permissions";
import { requireViewer } from "@/lib/auth/viewer";
import { layout } from "@/texts/organizer";

export const metadata: Metadata = {
  title: { default: layout.title, template: "%s · Quorix" },
  robots: { index: false },
};

const tabs: { href: Route; text: string; permission: Permission }[] = [
  { href: "/organize", text: layout.events, permission: "check-in" },
  { href: "/organize/insights" as Route, text: layout.insights, permission: "insights.view" },
  { href: "/organize/import" as Route, text: layout.import, permission: "events.edit" },
  { href: "/organize/team" as Route, text: layout.team, permission: "team.view" },
  { href: "/organize/audit" as Route, text: layout.audit, permission: "audit.view" },
];

export default async function OrganizeLayout({ children }: LayoutProps<"/organize">) {
  const viewer = await requireViewer("/organize");
  const memberships = await getMemberships(viewer.id);
  const allowed = tabs
    .filter(({ permission }) => memberships.some(({ role }) => hasPermission(role, permission)))
    .map(({ href, text }) => ({ href, text }));
  return (
    <OrganizerShell home="/organize" title={layout.title} tabs={allowed} tools={<CommandPalette pages={allowed} />}>
      {children}
    </OrganizerShell>
  );
}
