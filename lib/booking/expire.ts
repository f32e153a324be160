import { type Batch, isLapsed } from "./batch";
import type { ExpireResult } from "./results";

/** Ends one hold if its time is up. */
export function expire(batch: Batch, bookingId: number): ExpireResult {
  const booking = batch.booking(bookingId);
  if (!booking || !isLapsed(booking, batch.locked)) return { ok: true, expired: false };
  batch.lapse([booking]);
  return { ok: true, expired: true };
}
