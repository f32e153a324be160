import "server-only";
import type { Route } from "next";
import { notFound, redirect } from "next/navigation";
import { requireViewer, type Viewer } from "@/lib/auth/viewer";
import { type EventForTeam, eventForTeam } from "./event-for-team";
import { type Membership, membershipsOf } from "./memberships";
import { may, type Permission, type Role } from "./permissions";

export type EventAccess = { viewer: Viewer; event: EventForTeam; role: Role };
type Denied = { ok: false; code: "NOT_FOUND" | "NOT_ALLOWED" };

/** For server actions and route handlers: whether the viewer may do this to this event. Signed-out viewers are sent to sign in. */
export async function authorizeEvent(
  slug: string,
  permission: Permission,
): Promise<({ ok: true } & EventAccess) | Denied> {
  const viewer = await requireViewer(`/organize/events/${encodeURIComponent(slug)}`);
  const found = await eventForTeam(slug, viewer.id);
  // A stranger learns nothing about drafts, not even that they exist.
  if (!found) return { ok: false, code: "NOT_FOUND" };
  if (!may(found.role, permission)) return { ok: false, code: "NOT_ALLOWED" };
  return { ok: true, viewer, ...found };
}

/** For pages: the event, or the not-found page, or the start of the organizer's side with a word about the role. */
export async function requireEvent(slug: string, permission: Permission): Promise<EventAccess> {
  const access = await authorizeEvent(slug, permission);
  if (access.ok) return access;
  if (access.code === "NOT_FOUND") {
    // The form for a new event once stood at this address. An event may have it from that time, and comes first.
    if (slug === "new") redirect("/organize/new-event" as Route);
    notFound();
  }
  return redirect(deniedPath(permission));
}

export type OrganizerAccess = { viewer: Viewer; organizer: Membership };

/** For server actions: whether the viewer may do this for this organizer. */
export async function authorizeOrganizer(
  slug: string,
  permission: Permission,
): Promise<({ ok: true } & OrganizerAccess) | Denied> {
  const viewer = await requireViewer("/organize");
  const organizer = (await membershipsOf(viewer.id)).find((membership) => membership.slug === slug);
  if (!organizer) return { ok: false, code: "NOT_FOUND" };
  if (!may(organizer.role, permission)) return { ok: false, code: "NOT_ALLOWED" };
  return { ok: true, viewer, organizer };
}

/**
 * For pages that are about one organizer or all of the viewer's: those where the viewer may do this. `chosen` is the
 * slug from the address; an unknown one is not found.
 */
export async function requireOrganizers(
  permission: Permission,
  path: string,
  chosen?: string,
): Promise<{ viewer: Viewer; organizers: [Membership, ...Membership[]]; chosen: Membership | null }> {
  const viewer = await requireViewer(path);
  const [first, ...rest] = (await membershipsOf(viewer.id)).filter(({ role }) => may(role, permission));
  if (!first) return redirect(deniedPath(permission));
  const organizers: [Membership, ...Membership[]] = [first, ...rest];
  const one = chosen === undefined ? null : organizers.find(({ slug }) => slug === chosen);
  return { viewer, organizers, chosen: one === undefined ? notFound() : one };
}

function deniedPath(permission: Permission): Route {
  return `/organize?denied=${permission}` as Route;
}
