import "server-only";
import { randomUUID } from "node:crypto";
import { cookies } from "next/headers";
import { afterResponse } from "@/lib/after-response";
import type { AdmissionRefusal } from "@/lib/booking/results";
import { log } from "@/lib/log";
import { readAdmissionToken } from "./admission-token";
import { isSurging, rooms, surgeRooms } from "./instances";
import type { OpenRoom } from "./rooms";
import type { AdmissionUse, AdmissionUseOutcome } from "./store";
import { admissionCookie, parseVisitor, visitorCookie } from "./visitor";

export type Admission =
  | {
      ok: true;
      /**
       * Reserves with the admission. If the reservation is refused, the admission can be used again. If its outcome is
       * unknown (it threw, or returned `UNKNOWN`), only the same user can use it again.
       */
      spend: <Result extends { ok: true } | { ok: false; code: string }>(
        hold: () => Promise<Result>,
      ) => Promise<Result>;
    }
  | AdmissionRefusal;

export type AdmissionAttempt = {
  event: { id: number; slug: string; waitingRoom: boolean };
  userId: number;
  /** A retry with the same key is the same use. */
  idempotencyKey: string;
};

const freeAdmission: Admission = { ok: true, spend: (hold) => hold() };
const refuseAdmission = (reason: AdmissionRefusal["reason"]): AdmissionRefusal => ({
  ok: false,
  code: "ADMISSION_NEEDED",
  reason,
});

/** The event's waiting room while it is open; null where there is none, and while Redis is unavailable. */
async function findOpenRoom(event: AdmissionAttempt["event"]): Promise<OpenRoom | null> {
  if (isSurging(event)) surgeRooms.open(event.id);
  if (!event.waitingRoom && !surgeRooms.isOpen(event.id)) return null;
  const room = await rooms.roomOf(event.slug);
  return room.kind === "open" || room.kind === "lobby" ? room : null;
}

/** The admission from the request's cookies, if it is this visitor's and for this event. */
async function readClaim(room: OpenRoom) {
  const store = await cookies();
  const claim = readAdmissionToken(room.eventId, store.get(admissionCookie(room.slug).name)?.value);
  const visitor = parseVisitor(store.get(visitorCookie.name)?.value);
  return claim && claim.visitor === visitor ? claim : null;
}

/** Whether the visitor may reserve now. Uses up their admission where the event has a waiting room. */
export async function admissionFor({ event, userId, idempotencyKey }: AdmissionAttempt): Promise<Admission> {
  const room = await findOpenRoom(event);
  if (!room) return freeAdmission;
  const claim = await readClaim(room);
  if (!claim) return refuseAdmission("none");
  const use = { ...claim, userId, attempt: `${userId} ${idempotencyKey}`, run: randomUUID() };
  try {
    const answer = await rooms.use(event.id, use);
    if (answer !== "in") return refuseAdmission(answer);
  } catch (error) {
    rooms.lost(event.id, error);
    return freeAdmission;
  }
  return { ok: true, spend: (hold) => spend(event.id, use, hold) };
}

async function spend<Result extends { ok: true } | { ok: false; code: string }>(
  eventId: number,
  use: AdmissionUse,
  hold: () => Promise<Result>,
): Promise<Result> {
  let outcome: AdmissionUseOutcome = "unknown";
  try {
    const result = await hold();
    if (result.ok) outcome = "held";
    else if (result.code !== "UNKNOWN") outcome = "refused";
    return result;
  } finally {
    const end = () =>
      rooms
        .end(eventId, use, outcome)
        .catch(() => log.warn("waiting-room.admission-release.failed", { eventId, outcome }));
    // After a hold, the visitor need not wait for this: until it is done, the admission counts as used.
    if (outcome === "held") afterResponse(end);
    else await end();
  }
}

/** Whether the visitor may join the waitlist: with an admission, or once no seats are left. */
export async function isAdmitted(event: AdmissionAttempt["event"]): Promise<boolean> {
  const room = await findOpenRoom(event);
  if (!room || room.availability.left === 0) return true;
  const claim = await readClaim(room);
  return claim !== null && claim.until > Date.now();
}
