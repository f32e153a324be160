import "server-only";
import type { Route } from "next";
import { redirect } from "next/navigation";
import type { Deadline } from "@/lib/deadline";
import { env } from "@/lib/env";
import { type ActionFailure, failure } from "@/lib/requests/result";
import { safeCallbackPath } from "./callback-path";
import { getViewer, requireViewer, type Viewer } from "./viewer";

/** Access of server actions for whoever is signed in. Others are sent to sign in, and come back to `path`. */
export async function authorizeViewer(path: string, deadline: Deadline) {
  return { ok: true, viewer: await requireViewer(path, deadline) } as const;
}

const signedOutFailure = failure("SIGNED_OUT", "You are signed out. Sign in again in another tab, then go on here.");

/** Access of route handlers for whoever is signed in. Others are told so, and not led away from what they typed. */
export async function authorizeViewerInRoute(): Promise<{ ok: true; viewer: Viewer } | ActionFailure<"SIGNED_OUT">> {
  const viewer = await getViewer();
  return viewer ? { ok: true, viewer } : signedOutFailure;
}

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

const origin = new URL(env.NEXTAUTH_URL).origin;

/** Where to go after signing in or up. Who is signed in already goes there at once. */
export async function getReturnPath(searchParams: SearchParams): Promise<string> {
  const path = safeCallbackPath((await searchParams).callbackUrl, origin);
  if (await getViewer()) redirect(path as Route);
  return path;
}
