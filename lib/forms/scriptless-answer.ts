import type { Route } from "next";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { redis } from "@/lib/redis/client";
import type { FormState } from "./form-state";

const secondsToLive = 30;
/** Browsers drop a cookie of more than 4096 bytes without a word. */
const largestCookie = 3_500;
const kept = z.uuid();
const texts = z.record(z.string(), z.string());
const formStateSchema = z.object({
  errors: z.record(z.string(), z.object({ type: z.string(), message: z.string() })).optional(),
  message: z.string().optional(),
  values: texts.optional(),
  sentTo: z.string().optional(),
  saved: z.boolean().optional(),
});

/** One of its own for each page: a browser sends a page the cookies of the pages above it, too. */
const cookieOf = (path: string) => `quorix-answer${path.replaceAll("/", ".")}`;
const keyOf = (id: string) => `answer:${id}`;

/**
 * What a form's action, `act`, answers. Where the form was sent before or without its script, Next loses the answer on
 * pages that it resumes (vercel/next.js pull request 97784), so it is left in a cookie for the page to show; a long one
 * in Redis, and its name in the cookie.
 */
export async function answered<State extends object | null>(page: string, act: () => Promise<State>): Promise<State> {
  if ((await headers()).has("next-action")) return act();
  const [path = page] = page.split("?");
  const name = cookieOf(path);
  const jar = await cookies();
  // Whatever comes of it, an earlier answer is over.
  jar.delete({ name, path });
  const state = await act();
  const text = JSON.stringify(state);
  let value = text;
  if (name.length + encodeURIComponent(text).length > largestCookie) {
    value = crypto.randomUUID();
    try {
      await redis.set(keyOf(value), text, { ex: secondsToLive });
    } catch (error) {
      log.warn("form.answer_lost", { error: error instanceof Error ? error.name : "unknown" });
      return state;
    }
  }
  const secure = env.NEXTAUTH_URL.startsWith("https://");
  const options = { httpOnly: true, sameSite: "lax", secure, path, maxAge: secondsToLive } as const;
  jar.set(name, value, options);
  redirect(page as Route);
}

/** The answer left for the page at this path, or none. */
export async function answerLeft(path: string): Promise<FormState> {
  return (await stateLeft(path, formStateSchema)) ?? {};
}

/** The same for a form whose state is its own. */
export async function stateLeft<State>(path: string, schema: z.ZodType<State>): Promise<State | null> {
  const left = (await cookies()).get(cookieOf(path))?.value;
  if (!left) return null;
  try {
    const state: unknown = kept.safeParse(left).success ? await redis.get(keyOf(left)) : JSON.parse(left);
    return schema.parse(state);
  } catch {
    return null;
  }
}
