import "server-only";
import type { z } from "zod";
import { authorizeEvent } from "@/lib/access/access";
import { getViewer } from "@/lib/auth/viewer";
import { siteUrl } from "@/lib/site-url";
import type { Door } from "./door";

const MAX_BODY = 128 * 1024;
const headers = { "Cache-Control": "private, no-store" };

type Access = { ok: true; door: Door } | { ok: false; response: Response };

export const doorAnswer = (body: unknown, status = 200, more: Record<string, string> = {}) =>
  Response.json(body, { status, headers: { ...headers, ...more } });

const refuse = (status: number, code: string): Access & { ok: false } => ({
  ok: false,
  response: doorAnswer({ code }, status),
});

/** Who may ask a door's route handler: somebody with the right to check in at this event, from a page of ours. */
export async function doorAccess(request: Request, slug: string): Promise<Access> {
  if (!isOwnPage(request)) return refuse(403, "OTHER_SITE");
  const viewer = await getViewer();
  if (!viewer) return refuse(401, "SIGNED_OUT");
  const access = await authorizeEvent(slug, "check-in");
  if (!access.ok) return refuse(access.code === "NOT_FOUND" ? 404 : 403, access.code);
  return { ok: true, door: { event: access.event, viewer } };
}

/** The same, and the request's body in the shape of `schema`. */
export async function doorRequest<Schema extends z.ZodType>(
  request: Request,
  slug: string,
  schema: Schema,
): Promise<{ ok: true; door: Door; input: z.output<Schema> } | { ok: false; response: Response }> {
  const access = await doorAccess(request, slug);
  if (!access.ok) return access;
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY) return refuse(413, "TOO_MUCH");
  const parsed = schema.safeParse(await request.json().catch(() => null));
  return parsed.success ? { ...access, input: parsed.data } : refuse(400, "INVALID");
}

function isOwnPage(request: Request) {
  const site = request.headers.get("sec-fetch-site");
  if (site && site !== "same-origin") return false;
  return request.method === "GET" || request.headers.get("origin") === siteUrl();
}
