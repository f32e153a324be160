import { NextRequest } from "next/server";
import type { Permission } from "@/lib/access/permissions";
import type { PermissionsFixture } from "./fixture";

export type Entry = {
  /**
   * What the table must grant; or everybody who is signed in, everybody in the team, superusers, or whom an invitation
   * is for.
   */
  needs: Permission | "signed-in" | "member" | "superuser" | "invited";
  /** `changes`: who may, changes something. `answer`: it only says something. */
  shows: "changes" | "answer";
  /** It answers all callers alike, so that only the data it changed shows whether it was allowed. */
  isQuiet?: true;
  /** Arranges what it is done to, and returns the call. */
  arrange: (fixture: PermissionsFixture) => Promise<() => Promise<unknown>>;
};

/** By the file and the name of what it exports. */
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
