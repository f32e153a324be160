import type { Route } from "next";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { redis } from "@/lib/redis/client";
import { actionFailureSchema, actionSuccessSchema } from "./result-schema";

const secondsToLive = 30;
/** Browsers drop a cookie of more than 4096 bytes without a word. */
const largestCookie = 3_500;
/** The page is led to by a header, in which it has to fit. */
const longestPage = 4_000;
const kept = z.uuid();

/** One of its own for each page: a browser sends a page the cookies of the pages above it, too. */
const cookieOf = (path: string) => `quorix-answer${path.replaceAll("/", ".")}`;
const keyOf = (id: string) => `answer:${id}`;

/**
 * What a form's action, `act`, answers. Where the form was sent before or without its script, Next loses the answer on
 * pages that it resumes (vercel/next.js pull request 97784), so it is left in a cookie for the page to show; a long one
 * in Redis, and its name in the cookie.
 */
export async function withNoScriptResult<Result>(page: string, act: () => Promise<Result>): Promise<Result> {
  if (page.length > longestPage || (await headers()).has("next-action")) return act();
  const [path = page] = page.split("?");
  const name = cookieOf(path);
  const jar = await cookies();
  // Whatever comes of it, an earlier answer is over.
  jar.delete({ name, path });
  const result = await act();
  const text = JSON.stringify(result);
  let value = text;
  if (name.length + encodeURIComponent(text).length > largestCookie) {
    value = crypto.randomUUID();
    try {
      await redis.set(keyOf(value), text, { ex: secondsToLive });
    } catch (error) {
      log.warn("form.answer_lost", { error: error instanceof Error ? error.name : "unknown" });
      return result;
    }
  }
  const secure = env.NEXTAUTH_URL.startsWith("https://");
  const options = { httpOnly: true, sameSite: "lax", secure, path, maxAge: secondsToLive } as const;
  jar.set(name, value, options);
  redirect(page as Route);
}

/** The result left for the page at this path, or null; `done` is the shape of what a success adds. */
export function noScriptResult<Done extends z.ZodRawShape>(path: string, done: Done) {
  return noScriptResultOf(path, z.union([actionSuccessSchema.extend(done), actionFailureSchema]));
}

/** The same for a form whose success leads elsewhere. */
export const noScriptFailure = (path: string) => noScriptResultOf(path, actionFailureSchema);

/** The same for a form whose failures say more. */
export async function noScriptResultOf<Result>(path: string, schema: z.ZodType<Result>): Promise<Result | null> {
  const left = (await cookies()).get(cookieOf(path))?.value;
  if (!left) return null;
  try {
    const result: unknown = kept.safeParse(left).success ? await redis.get(keyOf(left)) : JSON.parse(left);
    return schema.parse(result);
  } catch {
    return null;
  }
}
