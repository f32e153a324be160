import { setTimeout } from "node:timers/promises";
import { confirmRequest, reserveRequest } from "@/bench/action-request";
import type { LoadRequest } from "@/bench/load";
import type { App } from "./app";
import { BOOKED, HELD, isConclusive, type Observation, observeAsBuyer } from "./replies";
import { type RequestRecord, sendAndRecord } from "./send-request";
import type { DrillEvent, SignedInUser } from "./test-data";

const RETRY_MS = 1_000;

/** The answers a buyer got. */
export type BuyerResult = {
  userId: number;
  idempotencyKey: string;
  /** The reference of the hold. */
  held?: string;
  /** Whether the buyer was told that the hold is booked. */
  isBooked: boolean;
  /** Whether the buyer got an answer that leaves no doubt. */
  isSettled: boolean;
};

type PurchaseTarget = { url: string; actions: App["actions"]; event: DrillEvent };

/** Buys a ticket; retries with the same key until an answer is conclusive or `over` is aborted. */
export async function buy(
  { url, actions, event }: PurchaseTarget,
  { userId, cookie }: SignedInUser,
  asked: RequestRecord[],
  over: AbortSignal,
): Promise<BuyerResult> {
  const result: BuyerResult = { userId, idempotencyKey: crypto.randomUUID(), isBooked: false, isSettled: false };
  const buyer = { cookie, person: userId };

  async function untilSettled(kind: "reserve" | "confirm", wanted: LoadRequest): Promise<Observation | null> {
    while (!over.aborted) {
      const seen = await sendAndRecord(asked, kind, [url, wanted], observeAsBuyer);
      if (isConclusive(seen)) return seen;
      await setTimeout(RETRY_MS, undefined, { signal: over }).catch(() => {});
    }
    return null;
  }

  const hold = await untilSettled("reserve", reserveRequest(actions.reserve, event, buyer, result.idempotencyKey));
  if (hold?.name !== HELD || hold.reference === undefined) return { ...result, isSettled: hold !== null };
  result.held = hold.reference;
  const booking = await untilSettled(
    "confirm",
    confirmRequest(actions.confirm, result.held, event.ticketTypeCode, buyer),
  );
  return { ...result, isBooked: booking?.name === BOOKED, isSettled: booking !== null };
}
