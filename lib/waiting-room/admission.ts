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
       * Holds tickets by it. Where they are refused, the admission can be used again; where nobody knows, because it
       * threw or says `UNKNOWN`, by this person.
       */
      spend: <Result extends { ok: true } | { ok: false; code: string }>(
        hold: () => Promise<Result>,
      ) => Promise<Result>;
    }
  | AdmissionRefusal;

export type AdmissionAttempt = {
  event: { id: number; slug: string; waitingRoom: boolean };
  userId: number;
  /** A retry of the same attempt is the same use. */
  idempotencyKey: string;
};

const freeAdmission: Admission = { ok: true, spend: (hold) => hold() };
const refuseAdmission = (reason: AdmissionRefusal["reason"]): AdmissionRefusal => ({
  ok: false,
  code: "ADMISSION_NEEDED",
  reason,
});

/** The room that stands before an event's tickets now; null where there is none, and where Redis is away. */
async function findOpenRoom(event: AdmissionAttempt["event"]): Promise<OpenRoom | null> {
  if (isSurging(event)) surgeRooms.open(event.id);
  if (!event.waitingRoom && !surgeRooms.isOpen(event.id)) return null;
  const room = await rooms.roomOf(event.slug);
  return room.kind === "open" || room.kind === "lobby" ? room : null;
}

/** The admission that the request's cookies carry, if it is the visitor's own and for this event. */
async function readClaim(room: OpenRoom) {
  const store = await cookies();
  const claim = readAdmissionToken(room.eventId, store.get(admissionCookie(room.slug).name)?.value);
  const visitor = parseVisitor(store.get(visitorCookie.name)?.value);
  return claim && claim.visitor === visitor ? claim : null;
}

/** Whether the visitor of this request may reserve now; uses their admission up where the event has a waiting room. */
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
    // Whoever holds tickets does not wait for it: until then the admission is as good as used.
    if (outcome === "held") afterResponse(end);
    else await end();
  }
}

/** Whether a line beside the room, the waitlist's, is open to the visitor of this request. */
export async function isAdmitted(event: AdmissionAttempt["event"]): Promise<boolean> {
  const room = await findOpenRoom(event);
  if (!room || room.availability.left === 0) return true;
  const claim = await readClaim(room);
  return claim !== null && claim.until > Date.now();
}
