"use server";

import { updateTag } from "next/cache";
import { authorizeEvent } from "@/lib/access/access";
import { type ActionAnswer, denied, invalidFields } from "@/lib/access/answers";
import { bookingManager } from "@/lib/booking/manager";
import { openId } from "@/lib/names/sealed-id";
import { convertWaitlist } from "./convert";
import { type Offer, offerSchema, runSchema } from "./desk-schema";
import { givenWords, runWords, waitlistRefusal } from "./desk-words";
import { offerByHand } from "./offer-by-hand";

/** The public sees at once what is left, and so does the page that asked. */
function showChanges(slug: string) {
  updateTag(`event:${slug}`);
  updateTag("events");
}

/** Gives what is free to the line now. */
export async function runWaitlist(slug: string): Promise<ActionAnswer<{ message: string }>> {
  const parsed = runSchema.safeParse({ slug });
  if (!parsed.success) return invalidFields(parsed.error);
  const access = await authorizeEvent(parsed.data.slug, "waitlist.manage");
  if (!access.ok) return denied(access);
  const { event, viewer } = access;
  const result = await convertWaitlist(bookingManager, { eventId: event.id, actorId: viewer.id });
  if (!result.ok) return { ok: false, code: result.code, message: waitlistRefusal(result) };
  showChanges(event.slug);
  return { ok: true, message: runWords(result) };
}

/** Gives what is free to one in line. */
export async function offerToEntry(offer: Offer): Promise<ActionAnswer<{ message: string }>> {
  const parsed = offerSchema.safeParse(offer);
  if (!parsed.success) return invalidFields(parsed.error);
  const { slug, entry, reason } = parsed.data;
  const access = await authorizeEvent(slug, "waitlist.manage");
  if (!access.ok) return denied(access);
  const { event, viewer } = access;
  const entryId = openId(entry, "waitlist") ?? 0;
  const result = await offerByHand(bookingManager, { eventId: event.id, entryId, actorId: viewer.id, reason });
  if (!result.ok) return { ok: false, code: result.code, message: waitlistRefusal(result) };
  showChanges(event.slug);
  return { ok: true, message: givenWords(result) };
}
