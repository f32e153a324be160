import type { Metadata, Route } from "next";
import { CommandPalette } from "@/components/organize/command-palette";
import { OrganizerShell } from "@/components/organize/organizer-shell";
import { getMemberships } from "@/lib/access/memberships";
import { hasPermission, type Permission } from "@/lib/access/permissions";
import { requireViewer } from "@/lib/auth/viewer";
import { layout } from "@/texts/organizer";

export const metadata: Metadata = {
  title: { default: "Organize", template: "%s · Quorix" },
  robots: { index: false },
};

const tabs: { href: Route; text: string; permission: Permission }[] = [
  { href: "/organize", text: "Events", permission: "check-in" },
  { href: "/organize/insights" as Route, text: "Insights", permission: "insights.view" },
  { href: "/organize/import" as Route, text: "Import", permission: "events.edit" },
  { href: "/organize/team" as Route, text: "Team", permission: "team.view" },
  { href: "/organize/audit" as Route, text: "Audit log", permission: "audit.view" },
];

export default async function OrganizeLayout({ children }: LayoutProps<"/organize">) {
  const viewer = await requireViewer("/organize");
  const memberships = await getMemberships(viewer.id);
  const allowed = tabs
    .filter(({ permission }) => memberships.some(({ role }) => hasPermission(role, permission)))
    .map(({ href, text }) => ({ href, text }));
  return (
    <OrganizerShell home="/organize" title={layout.organize} tabs={allowed} tools={<CommandPalette pages={allowed} />}>
      {children}
    </OrganizerShell>
  );
}
