"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { authorizeEvent } from "@/lib/access/access";
import { denied } from "@/lib/access/answers";
import { bookingManager } from "@/lib/booking/manager";
import { messageFor } from "@/lib/booking/messages";
import { showChanges } from "@/lib/event-editing/save";
import type { FormState } from "@/lib/forms/form-state";
import { answered } from "@/lib/forms/scriptless-answer";
import { answerClockRules } from "./answer";

const answerSchema = z.object({ keep: z.enum(["clock", "moment"]), version: z.coerce.number().int().positive() });

const pageOf = (slug: string, page = "") => `/organize/events/${encodeURIComponent(slug)}${page}` as Route;

/** Settles what changed clock rules have done to a booked event, and goes to see how its people are told. */
export async function settleClockRules(_: FormState, data: FormData): Promise<FormState> {
  const slug = String(data.get("slug"));
  return answered(pageOf(slug), () => trySettle(slug, data));
}

async function trySettle(slug: string, data: FormData): Promise<FormState> {
  const parsed = answerSchema.safeParse({ keep: data.get("keep"), version: data.get("version") });
  if (!parsed.success) return { message: "Choose one of the two." };
  // Everybody who booked gets an email, as when an event is moved.
  const access = await authorizeEvent(slug, "events.cancel");
  if (!access.ok) return { message: denied(access).message };
  const { event, viewer } = access;
  const result = await answerClockRules(bookingManager, { eventId: event.id, actorId: viewer.id, ...parsed.data });
  if (!result.ok) {
    if (result.code === "NOT_ASKED") return { message: "This was settled, or the event was changed, in the meantime." };
    const { title, text } = messageFor(result, {
      doing: "organize",
      timeZone: event.timeZone,
      eventPath: `/events/${event.slug}`,
    });
    return { message: `${title}. ${text}` };
  }
  await showChanges(event, viewer.id);
  return redirect(pageOf(slug, result.operationId ? `/operations/${result.operationId}` : ""));
}
