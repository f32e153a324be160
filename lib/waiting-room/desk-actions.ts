"use server";

import { authorizeEvent } from "@/lib/access/access";
import { type ActionAnswer, denied, invalidFields } from "@/lib/access/answers";
import { answered } from "@/lib/forms/scriptless-answer";
import { steerSchema } from "./desk-schema";
import { steerRoom } from "./steer";

/** Pauses an event's waiting room, lets it go on, or changes how many it lets in per minute. */
export async function steerWaitingRoom(_: ActionAnswer | null, data: FormData): Promise<ActionAnswer> {
  const page = `/organize/events/${encodeURIComponent(String(data.get("slug")))}`;
  return answered(page, () => trySteer(data));
}

async function trySteer(data: FormData): Promise<ActionAnswer> {
  const parsed = steerSchema.safeParse(Object.fromEntries(data));
  if (!parsed.success) return invalidFields(parsed.error);
  const access = await authorizeEvent(parsed.data.slug, "events.edit");
  if (!access.ok) return denied(access);
  const change =
    parsed.data.intent === "rate"
      ? { admissionsPerMinute: parsed.data.perMinute }
      : { isPaused: parsed.data.intent === "pause" };
  await steerRoom(access.event, access.viewer.id, change);
  return { ok: true };
}
