"use server";

import type { Route } from "next";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { clientIp } from "@/lib/auth/client-ip";
import { requireViewer } from "@/lib/auth/viewer";
import { type FormState, invalid, tooManyAttempts, typedValues } from "@/lib/forms/form-state";
import { answered } from "@/lib/forms/scriptless-answer";
import { rateLimit } from "@/lib/redis/rate-limit";
import { organizerSchema } from "./schema";
import { startOrganizer as start } from "./start-organizer";

/** Anybody who is signed in may become an organizer, and is the owner of what they start. */
export async function startOrganizer(_: FormState, form: FormData): Promise<FormState> {
  return answered("/organize/new", () => tryStartOrganizer(form));
}

async function tryStartOrganizer(form: FormData): Promise<FormState> {
  const viewer = await requireViewer("/organize/new");
  const values = typedValues(form, ["name", "city", "website"]);
  const parsed = organizerSchema.safeParse(values);
  if (!parsed.success) return invalid(parsed.error, values);
  const limit = await rateLimit("start-organizer", { address: viewer.email, ip: clientIp(await headers()) });
  if (!limit.ok) return { message: tooManyAttempts(limit.retryInMinutes), values };
  const { slug } = await start(parsed.data, viewer.id);
  // What the frame offers depends on the teams somebody is in.
  refresh();
  redirect(`/organize/team?organizer=${encodeURIComponent(slug)}&started=1` as Route, "replace");
}
