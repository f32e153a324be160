import "server-only";
import type { Deadline } from "@/lib/deadline";
import { type ActionFailure, failure } from "@/lib/requests/result";
import { getViewer, requireViewer, type Viewer } from "./viewer";

/** Access of server actions for whoever is signed in. Others are sent to sign in, and come back to `path`. */
export async function signedIn(path: string, deadline: Deadline) {
  return { ok: true, viewer: await requireViewer(path, deadline) } as const;
}

const signedOut = failure("SIGNED_OUT", "You are signed out. Sign in again in another tab, then go on here.");

/** Access of route handlers for whoever is signed in. Others are told so, and not led away from what they typed. */
export async function signedInHere(): Promise<{ ok: true; viewer: Viewer } | ActionFailure<"SIGNED_OUT">> {
  const viewer = await getViewer();
  return viewer ? { ok: true, viewer } : signedOut;
}
