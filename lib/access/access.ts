import "server-only";
import type { Route } from "next";
import { notFound, redirect } from "next/navigation";
import { authorizeViewerInRoute } from "@/lib/auth/access";
import { requireViewer, type Viewer } from "@/lib/auth/viewer";
import { slugSchema } from "@/lib/names/slug-from";
import { type ActionFailure, failure } from "@/lib/requests/result";
import { accessErrors } from "@/texts/team";
import { type EventForTeam, getEventForTeam } from "./event-for-team";
import { getMemberships, type Membership } from "./memberships";
import { hasPermission, type Permission, type Role } from "./permissions";

export type EventAccess = { viewer: Viewer; event: EventForTeam; role: Role };
type AccessFailure = ActionFailure<keyof typeof accessErrors>;

export const accessFailure = (code: keyof typeof accessErrors): AccessFailure => failure(code, accessErrors[code]);

/** For server actions and route handlers: whether the viewer may do this to this event. Signed-out viewers are sent to sign in. */
export async function authorizeEvent(
  slug: string,
  permission: Permission,
): Promise<({ ok: true } & EventAccess) | AccessFailure> {
  const isSlug = slugSchema.safeParse(slug).success;
  const viewer = await requireViewer(isSlug ? `/organize/events/${encodeURIComponent(slug)}` : "/organize");
  const found = isSlug ? await getEventForTeam(slug, viewer.id) : null;
  // A stranger learns nothing about drafts, not even that they exist.
  if (!found) return accessFailure("NOT_FOUND");
  if (!hasPermission(found.role, permission)) return accessFailure("NOT_ALLOWED");
  return { ok: true, viewer, ...found };
}

/** Access of server actions about an event. */
export function eventAccessFor(permission: Permission) {
  return ({ input }: { input: { slug: string } }) => authorizeEvent(input.slug, permission);
}

/** Access of route handlers below an event. */
export function eventRouteAccessFor(permission: Permission) {
  return async ({ params }: { params: { slug: string } }) => {
    const access = await authorizeViewerInRoute();
    return access.ok ? authorizeEvent(params.slug, permission) : access;
  };
}

/** For pages: the event, or the not-found page, or the start of the organizer's side with a note about the role. */
export async function requireEvent(slug: string, permission: Permission): Promise<EventAccess> {
  const access = await authorizeEvent(slug, permission);
  if (access.ok) return access;
  if (access.code === "NOT_FOUND") {
    // The form for a new event had this address once. An event that has the slug "new" comes first.
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
): Promise<({ ok: true } & OrganizerAccess) | AccessFailure> {
  const viewer = await requireViewer("/organize");
  const organizer = (await getMemberships(viewer.id)).find((membership) => membership.slug === slug);
  if (!organizer) return accessFailure("NOT_FOUND");
  if (!hasPermission(organizer.role, permission)) return accessFailure("NOT_ALLOWED");
  return { ok: true, viewer, organizer };
}

/** Access of server actions about an organizer. */
export function organizerAccessFor(permission: Permission) {
  return ({ input }: { input: { organizer: string } }) => authorizeOrganizer(input.organizer, permission);
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
  const [first, ...rest] = (await getMemberships(viewer.id)).filter(({ role }) => hasPermission(role, permission));
  if (!first) return redirect(deniedPath(permission));
  const organizers: [Membership, ...Membership[]] = [first, ...rest];
  const one = chosen === undefined ? null : organizers.find(({ slug }) => slug === chosen);
  return { viewer, organizers, chosen: one === undefined ? notFound() : one };
}

function deniedPath(permission: Permission): Route {
  return `/organize?denied=${permission}` as Route;
}
