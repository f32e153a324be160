import "server-only";
import type { Route } from "next";
import { redirect } from "next/navigation";
import type { Deadline } from "@/lib/deadline";
import { env } from "@/lib/env";
import { type ActionFailure, failure } from "@/lib/requests/result";
import { accountFailures } from "@/texts/account";
import { safeCallbackPath } from "./callback-path";
import { getViewer, requireViewer, type Viewer } from "./viewer";

/** Access of server actions for signed-in users. Others are redirected to sign in, and back to `path`. */
export async function authorizeViewer(path: string, deadline: Deadline) {
  return { ok: true, viewer: await requireViewer(path, deadline) } as const;
}

const signedOutFailure = failure("SIGNED_OUT", accountFailures.signedOut);

/**
 * Access of route handlers for signed-in users. Others get a failure instead of a redirect, which would lose their
 * input.
 */
export async function authorizeViewerInRoute(): Promise<{ ok: true; viewer: Viewer } | ActionFailure<"SIGNED_OUT">> {
  const viewer = await getViewer();
  return viewer ? { ok: true, viewer } : signedOutFailure;
}

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

const origin = new URL(env.NEXTAUTH_URL).origin;

/** Where to go after signing in or up. Redirects users who are signed in already. */
export async function getReturnPath(searchParams: SearchParams): Promise<string> {
  const path = safeCallbackPath((await searchParams).callbackUrl, origin);
  if (await getViewer()) redirect(path as Route);
  return path;
}
