import type { Route } from "next";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { env } from "@/lib/env";
import type { FormState } from "@/lib/forms/form-state";

const secondsToLive = 30;
const name = "quorix-answer";
const texts = z.record(z.string(), z.string());
const schema = z.object({
  errors: z.record(z.string(), z.object({ type: z.string(), message: z.string() })).optional(),
  message: z.string().optional(),
  values: texts.optional(),
  sentTo: z.string().optional(),
});

/**
 * What a form's action answers. Where the form was sent before or without its script, Next loses the answer on pages
 * that it resumes (vercel/next.js pull request 97784), so it is left in a cookie for the page to show.
 */
export async function answered(page: string, state: FormState): Promise<FormState> {
  if ((await headers()).has("next-action")) return state;
  const [path] = page.split("?");
  const secure = env.NEXTAUTH_URL.startsWith("https://");
  const options = { httpOnly: true, sameSite: "lax", secure, path, maxAge: secondsToLive } as const;
  (await cookies()).set(name, JSON.stringify(state), options);
  redirect(page as Route);
}

/** The answer left for this page, or none. */
export async function answerLeft(): Promise<FormState> {
  const left = (await cookies()).get(name)?.value;
  if (!left) return {};
  try {
    return schema.parse(JSON.parse(left));
  } catch {
    return {};
  }
}
