import { io } from "next/cache";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Deadline } from "@/lib/deadline";
import { signInPath } from "./callback-path";
import { readSession } from "./session";
import { type Viewer, viewerForSession } from "./session-viewer";

export type { Viewer };

/** The signed-in user, or null. Read from the database once per request: a deactivated account is out at once. */
export const getViewer = cache((): Promise<Viewer | null> => readViewer());

async function readViewer(deadline?: Deadline) {
  // Checking a token's age reads the clock, which a prerender must not capture.
  await io();
  const session = await readSession();
  return session ? viewerForSession(session, deadline) : null;
}

/** The viewer. Redirects to the sign-in page, and back to `callbackPath`, without one. */
export async function requireViewer(callbackPath: string, deadline?: Deadline): Promise<Viewer> {
  const viewer = deadline === undefined ? await getViewer() : await readViewer(deadline);
  return viewer ?? redirect(signInPath(callbackPath));
}
