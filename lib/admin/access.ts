import "server-only";
import { notFound } from "next/navigation";
import type { ActionRefusal } from "@/lib/access/answers";
import { requireViewer, type Viewer } from "@/lib/auth/viewer";

/** For the superusers' actions: each asks here itself, as an action is a public address. */
export async function authorizeSuperuser(): Promise<
  { ok: true; viewer: Viewer } | { ok: false; refusal: ActionRefusal }
> {
  const viewer = await requireViewer("/admin");
  if (viewer.isSuperuser) return { ok: true, viewer };
  return { ok: false, refusal: { ok: false, code: "NOT_FOUND", message: "There is nothing here." } };
}

/** For their pages, which do not exist for anybody else. */
export async function requireSuperuser(): Promise<Viewer> {
  const access = await authorizeSuperuser();
  return access.ok ? access.viewer : notFound();
}
