import "server-only";
import type { z } from "zod";
import { eventRouteAccessFor } from "@/lib/access/access";
import { jsonBody } from "@/lib/requests/define-route";

const MAX_BODY_BYTES = 128 * 1024;
const headers = { "Cache-Control": "private, no-store" };

const mayCheckIn = eventRouteAccessFor("check-in");

/** Access to the check-in routes: members who may check in at this event. */
export async function authorizeCheckIn(request: { params: { slug: string } }) {
  const access = await mayCheckIn(request);
  return access.ok ? ({ ok: true, context: { event: access.event, viewer: access.viewer } } as const) : access;
}

export const checkInBody = <Schema extends z.ZodType>(schema: Schema) => jsonBody(schema, MAX_BODY_BYTES);

export const privateJsonResponse = (body: unknown, status = 200, more: Record<string, string> = {}) =>
  Response.json(body, { status, headers: { ...headers, ...more } });
