import { setTimeout } from "node:timers/promises";
import { confirmRequest, reserveRequest } from "@/bench/action-request";
import type { LoadRequest } from "@/bench/load";
import type { App } from "./app";
import { BOOKED, HELD, isConclusive, type Observation, observeAsBuyer } from "./replies";
import { type RequestRecord, sendAndRecord } from "./send-request";
import type { DrillEvent, SignedInUser } from "./test-data";

const RETRY_MS = 1_000;

/** What a buyer was told in the end. */
export type BuyerResult = {
  userId: number;
  idempotencyKey: string;
  /** The reference of the hold, and whether they were told that it is booked. */
  held?: string;
  isBooked: boolean;
  /** Whether some answer left no doubt; those who never got one are `undecided`. */
  isSettled: boolean;
};

type PurchaseTarget = { url: string; actions: App["actions"]; event: DrillEvent };

/** Somebody who wants a ticket, and tries again with the same key until an answer settles it or nobody is to wait any more. */
export async function buy(
  { url, actions, event }: PurchaseTarget,
  { userId, cookie }: SignedInUser,
  asked: RequestRecord[],
  over: AbortSignal,
): Promise<BuyerResult> {
  const told: BuyerResult = { userId, idempotencyKey: crypto.randomUUID(), isBooked: false, isSettled: false };
  const buyer = { cookie, person: userId };

  async function untilSettled(kind: "reserve" | "confirm", wanted: LoadRequest): Promise<Observation | null> {
    while (!over.aborted) {
      const seen = await sendAndRecord(asked, kind, [url, wanted], observeAsBuyer);
      if (isConclusive(seen)) return seen;
      await setTimeout(RETRY_MS, undefined, { signal: over }).catch(() => {});
    }
    return null;
  }

  const hold = await untilSettled("reserve", reserveRequest(actions.reserve, event, buyer, told.idempotencyKey));
  if (hold?.name !== HELD || hold.reference === undefined) return { ...told, isSettled: hold !== null };
  told.held = hold.reference;
  const booking = await untilSettled(
    "confirm",
    confirmRequest(actions.confirm, told.held, event.ticketTypeCode, buyer),
  );
  return { ...told, isBooked: booking?.name === BOOKED, isSettled: booking !== null };
}
