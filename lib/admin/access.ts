import "server-only";
import { notFound } from "next/navigation";
import { requireViewer, type Viewer } from "@/lib/auth/viewer";
import { type ActionFailure, failure } from "@/lib/requests/result";

/** Access of the superusers' actions. */
export async function authorizeSuperuser(): Promise<{ ok: true; viewer: Viewer } | ActionFailure<"NOT_FOUND">> {
  const viewer = await requireViewer("/admin");
  return viewer.isSuperuser ? { ok: true, viewer } : failure("NOT_FOUND", "There is nothing here.");
}

/** For their pages, which do not exist for anybody else. */
export async function requireSuperuser(): Promise<Viewer> {
  const access = await authorizeSuperuser();
  return access.ok ? access.viewer : notFound();
}
