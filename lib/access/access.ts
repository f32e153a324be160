import "server-only";
import type { Route } from "next";
import { notFound, redirect } from "next/navigation";
import { signedInHere } from "@/lib/auth/access";
import { requireViewer, type Viewer } from "@/lib/auth/viewer";
import { eventSlug } from "@/lib/names/slug";
import { type ActionFailure, failure } from "@/lib/requests/result";
import { type EventForTeam, eventForTeam } from "./event-for-team";
import { type Membership, membershipsOf } from "./memberships";
import { may, type Permission, type Role } from "./permissions";

export type EventAccess = { viewer: Viewer; event: EventForTeam; role: Role };
type Denied = ActionFailure<keyof typeof deniedMessages>;

const deniedMessages = {
  NOT_FOUND: "This is not here any more, or you are not in its team.",
  NOT_ALLOWED: "Your role does not allow this. Ask an owner of the team.",
};

export const denied = (code: keyof typeof deniedMessages): Denied => failure(code, deniedMessages[code]);

/** For server actions and route handlers: whether the viewer may do this to this event. Signed-out viewers are sent to sign in. */
export async function authorizeEvent(
  slug: string,
  permission: Permission,
): Promise<({ ok: true } & EventAccess) | Denied> {
  const isSlug = eventSlug.safeParse(slug).success;
  const viewer = await requireViewer(isSlug ? `/organize/events/${encodeURIComponent(slug)}` : "/organize");
  const found = isSlug ? await eventForTeam(slug, viewer.id) : null;
  // A stranger learns nothing about drafts, not even that they exist.
  if (!found) return denied("NOT_FOUND");
  if (!may(found.role, permission)) return denied("NOT_ALLOWED");
  return { ok: true, viewer, ...found };
}

/** Access of server actions about an event. */
export function mayWithEvent(permission: Permission) {
  return ({ input }: { input: { slug: string } }) => authorizeEvent(input.slug, permission);
}

/** Access of route handlers below an event. */
export function mayAtEvent(permission: Permission) {
  return async ({ params }: { params: { slug: string } }) => {
    const access = await signedInHere();
    return access.ok ? authorizeEvent(params.slug, permission) : access;
  };
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
  if (!organizer) return denied("NOT_FOUND");
  if (!may(organizer.role, permission)) return denied("NOT_ALLOWED");
  return { ok: true, viewer, organizer };
}

/** Access of server actions about an organizer. */
export function mayWithOrganizer(permission: Permission) {
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
  const [first, ...rest] = (await membershipsOf(viewer.id)).filter(({ role }) => may(role, permission));
  if (!first) return redirect(deniedPath(permission));
  const organizers: [Membership, ...Membership[]] = [first, ...rest];
  const one = chosen === undefined ? null : organizers.find(({ slug }) => slug === chosen);
  return { viewer, organizers, chosen: one === undefined ? notFound() : one };
}

function deniedPath(permission: Permission): Route {
  return `/organize?denied=${permission}` as Route;
}
