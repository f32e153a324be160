import { NextRequest } from "next/server";
import type { Permission } from "@/lib/access/permissions";
import type { PermissionsFixture } from "./fixture";

export type Entry = {
  /**
   * The permission it needs; or all signed-in users, all members of the team, superusers, or the recipient of an
   * invitation.
   */
  needs: Permission | "signed-in" | "member" | "superuser" | "invited";
  /** `changes`: a permitted call changes data. `answer`: it only returns something. */
  shows: "changes" | "answer";
  /** It answers all callers alike, so that only the data it changed shows whether it was allowed. */
  isQuiet?: true;
  /** Prepares its data, and returns the call. */
  arrange: (fixture: PermissionsFixture) => Promise<() => Promise<unknown>>;
};

/** By file and name of the export. */
export type Matrix = Record<`${string} ${string}`, Entry>;

const ORIGIN = "http://localhost:3000";

export function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

/** A request as a page of ours sends it. */
export function request(
  path: string,
  {
    method = "GET",
    body,
    type = "application/json",
  }: {
    method?: "GET" | "POST" | "DELETE";
    body?: string | Uint8Array<ArrayBuffer>;
    type?: string;
  } = {},
): NextRequest {
  const headers = { origin: ORIGIN, "content-type": type };
  return new NextRequest(`${ORIGIN}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
}

export const routeContext = <Params>(params: Params) => ({ params: Promise.resolve(params) });
