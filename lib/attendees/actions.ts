"use server";

import { refresh, updateTag } from "next/cache";
import { headers } from "next/headers";
import type { z } from "zod";
import { authorizeEvent } from "@/lib/access/access";
import { type ActionAnswer, type ActionRefusal, denied, invalidFields } from "@/lib/access/answers";
import { afterResponse } from "@/lib/after-response";
import { clientIp } from "@/lib/auth/client-ip";
import { addGuest as addGuestNow } from "@/lib/booking/add-guest";
import { cancel } from "@/lib/booking/cancel";
import { bookingManager } from "@/lib/booking/manager";
import { moveTicketType } from "@/lib/booking/move-ticket-type";
import { undoMove } from "@/lib/booking/undo-move";
import { relayOutbox } from "@/lib/outbox/relay";
import { rateLimit } from "@/lib/redis/rate-limit";
import { typesOf } from "./booking-detail";
import { isBookingOf } from "./booking-of-event";
import { correctHolder, type Holder } from "./correct-holder";
import { refusalOf } from "./refusals";
import { resendMail } from "./resend";
import type { CancelInput, GuestInput, HolderInput, MoveInput } from "./schema";
import { requests } from "./schema";

/** Parses, and lets nobody on who may not manage the attendees of the event. */
async function authorized<Request extends { slug: string }>(schema: z.ZodType<Request>, given: unknown) {
  const parsed = schema.safeParse(given);
  if (!parsed.success) return { ok: false, refusal: withoutPrefix(invalidFields(parsed.error)) } as const;
  const access = await authorizeEvent(parsed.data.slug, "attendees.manage");
  if (!access.ok) return { ok: false, refusal: denied(access) } as const;
  const { viewer, event } = access;
  const ids = { eventId: event.id, organizerId: event.organizerId, actorId: viewer.id };
  return { ok: true, ids, event, request: parsed.data } as const;
}

/** The forms know their fields without the name of the request's part. */
function withoutPrefix(refusal: ActionRefusal): ActionRefusal {
  const errors = Object.entries(refusal.errors ?? {}).map(([path, message]) => [
    path.split(".").slice(1).join("."),
    message,
  ]);
  return { ...refusal, errors: Object.fromEntries(errors) };
}

function inventoryChanged(slug: string) {
  updateTag(`event:${slug}`);
  refresh();
}

/** Puts somebody on the guest list. */
export async function addGuest(
  slug: string,
  idempotencyKey: string,
  guest: GuestInput,
): Promise<ActionAnswer<{ reference: string }>> {
  const access = await authorized(requests.guest, { slug, idempotencyKey, guest });
  if (!access.ok) return access.refusal;
  const { ids, request } = access;
  const { eventId, actorId } = ids;
  const result = await addGuestNow(bookingManager, { eventId, actorId, idempotencyKey, ...request.guest });
  if (!result.ok) return refusalOf(result, await typesOf(eventId));
  inventoryChanged(slug);
  return { ok: true, reference: result.booking.reference };
}

/** Mails bookings once more as they stand; `sent` counts those that have a mail to send. */
export async function resendMails(slug: string, references: string[]): Promise<ActionAnswer<{ sent: number }>> {
  const access = await authorized(requests.resend, { slug, references });
  if (!access.ok) return access.refusal;
  const ip = clientIp(await headers());
  const outboxIds: string[] = [];
  let limited: number | null = null;
  for (const reference of new Set(access.request.references)) {
    const limit = await rateLimit("booking-mail", { address: reference, ip });
    if (!limit.ok) limited = limit.retryInMinutes;
    const outboxId = limit.ok ? await resendMail({ ...access.ids, reference }) : null;
    if (outboxId) outboxIds.push(outboxId);
  }
  if (outboxIds.length === 0) return nothingSent(limited);
  afterResponse(() => relayOutbox(outboxIds));
  refresh();
  return { ok: true, sent: outboxIds.length };
}

function nothingSent(limited: number | null): ActionRefusal {
  return limited === null
    ? {
        ok: false,
        code: "NOTHING_TO_SEND",
        message: "There is no mail to send: a hold has none until it is confirmed.",
      }
    : {
        ok: false,
        code: "TOO_MANY_ATTEMPTS",
        message: `This mail was sent a few times just now. Try again in ${limited} ${limited === 1 ? "minute" : "minutes"}.`,
      };
}

/** Changes the name and address on a ticket; `before` takes it back. */
export async function correctTicketHolder(
  slug: string,
  ticketCode: string,
  holder: HolderInput,
): Promise<ActionAnswer<{ before: Holder }>> {
  const access = await authorized(requests.holder, { slug, ticketCode, holder });
  if (!access.ok) return access.refusal;
  const before = await correctHolder({ ...access.ids, ticketCode, holder: access.request.holder });
  if (!before) return refusalOf({ ok: false, code: "TICKETS_NOT_FOUND" });
  refresh();
  return { ok: true, before };
}

/** Cancels a booking; the reason reaches the attendee. */
export async function cancelAttendee(
  slug: string,
  reference: string,
  cancellation: CancelInput,
): Promise<ActionAnswer> {
  const access = await authorized(requests.cancellation, { slug, reference, cancellation });
  if (!access.ok) return access.refusal;
  const { ids, request } = access;
  // The manager finds a booking by its reference alone where an organizer asks.
  if (!(await isBookingOf(ids.eventId, reference))) return refusalOf({ ok: false, code: "BOOKING_NOT_FOUND" });
  const actor = { userId: ids.actorId, isOrganizer: true };
  const reason = request.cancellation.reason || undefined;
  const result = await cancel(bookingManager, { reference, actor, reason });
  if (!result.ok) return refusalOf(result);
  inventoryChanged(slug);
  return { ok: true };
}

/** Gives tickets of a booking another type. */
export async function moveTickets(
  slug: string,
  reference: string,
  move: MoveInput,
): Promise<ActionAnswer<{ moved: number }>> {
  const access = await authorized(requests.move, { slug, reference, move });
  if (!access.ok) return access.refusal;
  const { ids, request } = access;
  const { eventId, actorId } = ids;
  const result = await moveTicketType(bookingManager, { eventId, actorId, reference, ...request.move });
  if (!result.ok) return refusalOf(result, await typesOf(eventId));
  inventoryChanged(slug);
  return { ok: true, moved: result.moved };
}

/** Takes the last move of a booking's tickets back. */
export async function undoTicketMove(slug: string, reference: string): Promise<ActionAnswer> {
  const access = await authorized(requests.booking, { slug, reference });
  if (!access.ok) return access.refusal;
  const { eventId, actorId } = access.ids;
  const result = await undoMove(bookingManager, { eventId, actorId, reference });
  if (!result.ok) return refusalOf(result, await typesOf(eventId));
  inventoryChanged(slug);
  return { ok: true };
}
