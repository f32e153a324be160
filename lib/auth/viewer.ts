import { io } from "next/cache";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Deadline } from "@/lib/deadline";
import { signInPath } from "./callback-path";
import { readSession } from "./session";
import { type Viewer, viewerForSession } from "./session-viewer";

export type { Viewer };

/** Who is looking, or null. Reads the users row once per request, so a deactivated account is out at once. */
export const getViewer = cache((): Promise<Viewer | null> => readViewer());

async function readViewer(deadline?: Deadline) {
  // Checking a token's age reads the clock, which must not be captured by a prerender.
  await io();
  const session = await readSession();
  return session ? viewerForSession(session, deadline) : null;
}

/** The viewer, or a redirect to the sign-in page that leads back to `callbackPath`. */
export async function requireViewer(callbackPath: string, deadline?: Deadline): Promise<Viewer> {
  const viewer = deadline === undefined ? await getViewer() : await readViewer(deadline);
  return viewer ?? redirect(signInPath(callbackPath));
}
