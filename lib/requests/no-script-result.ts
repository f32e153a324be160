import type { Route } from "next";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { redis } from "@/lib/redis/client";
import { actionFailureSchema, actionSuccessSchema } from "./result-schema";

const TTL_SECONDS = 30;
/** Browsers silently drop a cookie of more than 4096 bytes. */
const MAX_COOKIE_BYTES = 3_500;
/** The address of a redirect has to fit into a header. */
const MAX_PAGE_LENGTH = 4_000;
const storedResultId = z.uuid();

/** Each page has its own name: browsers also send the cookies of parent paths. */
const cookieNameFor = (path: string) => `quorix-answer${path.replaceAll("/", ".")}`;
const redisKeyFor = (id: string) => `answer:${id}`;

/**
 * The result of a form's action, `act`. Next.js loses the result of a form posted without a script on pages that it
 * resumes (vercel/next.js pull request 97784), so it is left in a cookie for the page to show. A long result is stored
 * in Redis, and its id in the cookie.
 */
export async function withNoScriptResult<Result>(page: string, act: () => Promise<Result>): Promise<Result> {
  if (page.length > MAX_PAGE_LENGTH || (await headers()).has("next-action")) return act();
  const [path = page] = page.split("?");
  const name = cookieNameFor(path);
  const jar = await cookies();
  // An earlier result no longer counts.
  jar.delete({ name, path });
  const result = await act();
  const text = JSON.stringify(result);
  let value = text;
  if (name.length + encodeURIComponent(text).length > MAX_COOKIE_BYTES) {
    value = crypto.randomUUID();
    try {
      await redis.set(redisKeyFor(value), text, { ex: TTL_SECONDS });
    } catch (error) {
      log.warn("form.result.lost", { error: error instanceof Error ? error.name : "unknown" });
      return result;
    }
  }
  const secure = env.NEXTAUTH_URL.startsWith("https://");
  const options = { httpOnly: true, sameSite: "lax", secure, path, maxAge: TTL_SECONDS } as const;
  jar.set(name, value, options);
  redirect(page as Route);
}

/** The result left for the page at this path, or null. `done` is the shape of a success. */
export function readNoScriptResult<Done extends z.ZodRawShape>(path: string, done: Done) {
  return readNoScriptResultAs(path, z.union([actionSuccessSchema.extend(done), actionFailureSchema]));
}

/** The same for a form that redirects on success. */
export const readNoScriptFailure = (path: string) => readNoScriptResultAs(path, actionFailureSchema);

/** The same for a form whose failures have more fields. */
export async function readNoScriptResultAs<Result>(path: string, schema: z.ZodType<Result>): Promise<Result | null> {
  const left = (await cookies()).get(cookieNameFor(path))?.value;
  if (!left) return null;
  try {
    const result: unknown = storedResultId.safeParse(left).success
      ? await redis.get(redisKeyFor(left))
      : JSON.parse(left);
    return schema.parse(result);
  } catch {
    return null;
  }
}
