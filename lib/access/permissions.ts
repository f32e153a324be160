/** What the members of an organizer's team may do. `docs/organizers.md` prints this table. */
export const roles = ["owner", "manager", "door_staff"] as const;
export type Role = (typeof roles)[number];

export const roleNames: Record<Role, string> = { owner: "Owner", manager: "Manager", door_staff: "Door staff" };

const everybody: readonly Role[] = ["owner", "manager", "door_staff"];
const office: readonly Role[] = ["owner", "manager"];
const owners: readonly Role[] = ["owner"];

/** The one table of who may do what. */
export const permissions = {
  /** Scan, type a code, undo, and download the door list. */
  "check-in": everybody,
  /** See the events, their sales and what needs attention. */
  "events.view": office,
  /** Create, import, duplicate, edit and publish events, their ticket types and their capacity. */
  "events.edit": office,
  /** Cancel an event, or tell everybody that it moved. */
  "events.cancel": office,
  "attendees.view": office,
  /** Resend mails, correct names, cancel and move bookings, add guests. */
  "attendees.manage": office,
  "waitlist.view": office,
  /** Run the conversion, offer by hand. */
  "waitlist.manage": office,
  "messages.send": office,
  "insights.view": office,
  /** Download attendees, bookings, the waitlist and insights. */
  export: office,
  /** See who is in the team. */
  "team.view": office,
  /** Invite, change roles, remove. */
  "team.manage": owners,
  /** Change the organizer's public page. */
  "organizer.edit": owners,
  "audit.view": owners,
} satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

export function may(role: Role, permission: Permission): boolean {
  return permissions[permission].includes(role);
}
