import type { Route } from "next";
import { redirect } from "next/navigation";
import { env } from "@/lib/env";
import { callbackPath } from "./callback-path";
import { getViewer } from "./viewer";

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

const origin = new URL(env.NEXTAUTH_URL).origin;

/** Where to go after signing in or up. Who is signed in already goes there at once. */
export async function wayBack(searchParams: SearchParams): Promise<string> {
  const path = callbackPath((await searchParams).callbackUrl, origin);
  if (await getViewer()) redirect(path as Route);
  return path;
}
