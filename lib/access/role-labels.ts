import { hasPermission, type Permission, permissions, type Role, roleLabels, roles } from "./permissions";

/** What each permission lets somebody do, as the team's page and docs/organizers.md say it. */
const permissionLabels: Record<Permission, string> = {
  "check-in": "Check tickets in at the door, and undo it",
  "events.view": "See the events and their sales",
  "events.edit": "Create, import, edit and publish events",
  "events.cancel": "Cancel or move an event, and tell everybody",
  "attendees.view": "See bookings, tickets and their holders",
  "attendees.manage": "Resend mails, correct names, cancel and move bookings, add guests",
  "waitlist.view": "See who waits, and why they got seats or not",
  "waitlist.manage": "Give free seats to the waitlist, and offer by hand",
  "messages.send": "Write to attendees",
  "insights.view": "See insights",
  export: "Download attendees, bookings, the waitlist and insights",
  "team.view": "See who is in the team",
  "team.manage": "Invite people, change their roles and remove them",
  "organizer.edit": "Change the organizer's public page",
  "audit.view": "Read the audit log",
};

export type RoleRow = { permission: Permission; label: string; allowed: Record<Role, boolean> };

/** The table of permissions in words, in its own order. */
export const roleTable: RoleRow[] = (Object.keys(permissions) as Permission[]).map((permission) => ({
  permission,
  label: permissionLabels[permission],
  allowed: {
    owner: hasPermission("owner", permission),
    manager: hasPermission("manager", permission),
    door_staff: hasPermission("door_staff", permission),
  },
}));

/** The same as Markdown. */
export function formatRoleTableAsMarkdown(): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(["", ...roles.map((role) => roleLabels[role])]),
    line(["---", ...roles.map(() => ":---:")]),
    ...roleTable.map(({ label, allowed }) => line([label, ...roles.map((role) => (allowed[role] ? "yes" : "–"))])),
  ].join("\n");
}
