import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import { auditEventInventory, auditTicketTypeInventory } from "@/lib/inventory/audit";
import type { BuyerResult } from "./buyer";

type Row = { userId: number; idempotencyKey: string | null; reference: string; status: string };

/** What buyers were told against what the database holds of that event. */
export async function readLedger(db: Queryable, eventId: number, told: BuyerResult[]) {
  const rows = [
    ...(await db.execute<Row>(sql`
      select user_id::int as "userId", idempotency_key as "idempotencyKey", reference, status::text as status
      from bookings where event_id = ${eventId}`)),
  ];
  const byReference = new Map(rows.map((row) => [row.reference, row]));
  const isKept = ({ userId, held, isBooked }: BuyerResult) => {
    const row = byReference.get(held ?? "");
    return row?.userId === userId && (!isBooked || row.status === "confirmed");
  };
  const promised = told.filter(({ held }) => held !== undefined);
  const acknowledged = new Set(promised.filter(({ isBooked }) => isBooked).map(({ held }) => held));
  const confirmed = rows.filter(({ status }) => status === "confirmed");
  const active = rows.filter(({ status }) => status === "confirmed" || status === "pending");
  return {
    confirmed: confirmed.length,
    /** Holds and bookings that somebody was promised and that are not there. */
    lost: promised.filter((one) => !isKept(one)).length,
    /** Bookings more than there are users who have one, and more than there are keys. */
    doubled:
      countRepetitions(active.map(({ userId }) => userId)) + countRepetitions(rows.map((row) => row.idempotencyKey)),
    /** Bookings that nobody was told of. */
    untold: confirmed.filter(({ reference }) => !acknowledged.has(reference)).length,
    /** Counters of the event and its ticket types that differ when counted again. */
    drift: [...(await auditEventInventory(db, eventId)), ...(await auditTicketTypeInventory(db, eventId))].length,
  };
}

function countRepetitions<T>(values: T[]) {
  const known = values.filter((value) => value !== null);
  return known.length - new Set(known).size;
}

export type Ledger = Awaited<ReturnType<typeof readLedger>>;
