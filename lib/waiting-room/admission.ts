import "server-only";
import { randomUUID } from "node:crypto";
import { cookies } from "next/headers";
import { afterResponse } from "@/lib/after-response";
import type { AdmissionRefusal } from "@/lib/booking/admission-refusal";
import { log } from "@/lib/log";
import { readAdmissionToken } from "./admission-token";
import { isCrowded, rooms, selfOpened } from "./process-rooms";
import type { OpenRoom } from "./rooms";
import type { Use, UseOutcome } from "./store";
import { admissionCookie, visitorCookie, visitorIn } from "./visitor";

export type Admission =
  | {
      ok: true;
      /**
       * Holds tickets by it. Where they are refused, the admission can be used again; where nobody knows, because it
       * threw or says `UNKNOWN`, by this person.
       */
      spend: <Result extends { ok: true } | { ok: false; code: string }>(
        hold: () => Promise<Result>,
      ) => Promise<Result>;
    }
  | AdmissionRefusal;

export type Attempt = {
  event: { id: number; slug: string; waitingRoom: boolean };
  userId: number;
  /** A retry of the same attempt is the same use. */
  idempotencyKey: string;
};

const free: Admission = { ok: true, spend: (hold) => hold() };
const refused = (reason: AdmissionRefusal["reason"]): AdmissionRefusal => ({
  ok: false,
  code: "ADMISSION_NEEDED",
  reason,
});

/** The room that stands before an event's tickets now; null where there is none, and where Redis is away. */
async function roomBefore(event: Attempt["event"]): Promise<OpenRoom | null> {
  if (isCrowded(event)) selfOpened.open(event.id);
  if (!event.waitingRoom && !selfOpened.isOpen(event.id)) return null;
  const room = await rooms.roomOf(event.slug);
  return room.kind === "open" || room.kind === "lobby" ? room : null;
}

/** The admission that the request's cookies carry, if it is the visitor's own and for this event. */
async function claimOf(room: OpenRoom) {
  const store = await cookies();
  const claim = readAdmissionToken(room.eventId, store.get(admissionCookie(room.slug).name)?.value);
  const visitor = visitorIn(store.get(visitorCookie.name)?.value);
  return claim && claim.visitor === visitor ? claim : null;
}

/** Whether the visitor of this request may reserve now; uses their admission up where the event has a waiting room. */
export async function admissionFor({ event, userId, idempotencyKey }: Attempt): Promise<Admission> {
  const room = await roomBefore(event);
  if (!room) return free;
  const claim = await claimOf(room);
  if (!claim) return refused("none");
  const use = { ...claim, userId, attempt: `${userId} ${idempotencyKey}`, run: randomUUID() };
  try {
    const answer = await rooms.use(event.id, use);
    if (answer !== "in") return refused(answer);
  } catch (error) {
    rooms.lost(event.id, error);
    return free;
  }
  return { ok: true, spend: (hold) => spend(event.id, use, hold) };
}

async function spend<Result extends { ok: true } | { ok: false; code: string }>(
  eventId: number,
  use: Use,
  hold: () => Promise<Result>,
): Promise<Result> {
  let outcome: UseOutcome = "unknown";
  try {
    const result = await hold();
    if (result.ok) outcome = "held";
    else if (result.code !== "UNKNOWN") outcome = "refused";
    return result;
  } finally {
    const end = () =>
      rooms.end(eventId, use, outcome).catch(() => log.warn("waiting-room.use-not-ended", { eventId, outcome }));
    // Whoever holds tickets does not wait for it: until then the admission is as good as used.
    if (outcome === "held") afterResponse(end);
    else await end();
  }
}

/** Whether a line beside the room, the waitlist's, is open to the visitor of this request. */
export async function isAdmitted(event: Attempt["event"]): Promise<boolean> {
  const room = await roomBefore(event);
  if (!room || room.availability.left === 0) return true;
  const claim = await claimOf(room);
  return claim !== null && claim.until > Date.now();
}
