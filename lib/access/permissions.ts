import { roleNames } from "@/texts/team";

/** What the members of an organizer's team may do. `docs/organizers.md` prints this table. */
export const roles = ["owner", "manager", "door_staff"] as const;
export type Role = (typeof roles)[number];

export const roleLabels: Record<Role, string> = roleNames;

const allRoles: readonly Role[] = ["owner", "manager", "door_staff"];
const managerRoles: readonly Role[] = ["owner", "manager"];
const ownerRoles: readonly Role[] = ["owner"];

/** The one table of who may do what. */
export const permissions = {
  /** Scan, type a code, undo, and download the door list. */
  "check-in": allRoles,
  /** See the events, their sales and what needs attention. */
  "events.view": managerRoles,
  /** Create, import, duplicate, edit and publish events, their ticket types and their capacity. */
  "events.edit": managerRoles,
  /** Cancel an event, or notify attendees that it moved. */
  "events.cancel": managerRoles,
  "attendees.view": managerRoles,
  /** Resend emails, correct names, cancel and move bookings, add guests. */
  "attendees.manage": managerRoles,
  "waitlist.view": managerRoles,
  /** Run the conversion, offer manually. */
  "waitlist.manage": managerRoles,
  /** See payments, refunds and what needs attention about them. */
  "payments.view": managerRoles,
  /** Mark bookings as paid, refund, and settle what needs attention. */
  "payments.manage": managerRoles,
  "messages.send": managerRoles,
  "insights.view": managerRoles,
  /** Download attendees, bookings, payments, the waitlist and insights. */
  export: managerRoles,
  /** See who is in the team. */
  "team.view": managerRoles,
  /** Invite, change roles, remove. */
  "team.manage": ownerRoles,
  /** Change the organizer's public page. */
  "organizer.edit": ownerRoles,
  "audit.view": ownerRoles,
} satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

export function hasPermission(role: Role, permission: Permission): boolean {
  return permissions[permission].includes(role);
}
