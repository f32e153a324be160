import "server-only";
import { notFound } from "next/navigation";
import { requireViewer, type Viewer } from "@/lib/auth/viewer";
import { type ActionFailure, failure } from "@/lib/requests/result";
import { adminErrors } from "@/texts/admin";

/** Access of superusers' actions. */
export async function authorizeSuperuser(): Promise<{ ok: true; viewer: Viewer } | ActionFailure<"NOT_FOUND">> {
  const viewer = await requireViewer("/admin");
  return viewer.isSuperuser ? { ok: true, viewer } : failure("NOT_FOUND", adminErrors.NO_ACCESS);
}

/** For superusers' pages, which aren't found by anyone else. */
export async function requireSuperuser(): Promise<Viewer> {
  const access = await authorizeSuperuser();
  return access.ok ? access.viewer : notFound();
}
