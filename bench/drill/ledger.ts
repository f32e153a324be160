import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import { auditEventInventory, auditTicketTypeInventory } from "@/lib/inventory/audit";
import type { BuyerResult } from "./buyer";

type Row = { userId: number; idempotencyKey: string | null; reference: string; status: string };

/** Compares the answers that buyers got with the event's bookings in the database. */
export async function readLedger(db: Queryable, eventId: number, results: BuyerResult[]) {
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
  const promised = results.filter(({ held }) => held !== undefined);
  const acknowledged = new Set(promised.filter(({ isBooked }) => isBooked).map(({ held }) => held));
  const confirmed = rows.filter(({ status }) => status === "confirmed");
  const active = rows.filter(({ status }) => status === "confirmed" || status === "pending");
  return {
    confirmed: confirmed.length,
    /** Holds and bookings that a buyer was promised and that do not exist. */
    lost: promised.filter((one) => !isKept(one)).length,
    /** Second active bookings of a user, and second bookings of an idempotency key. */
    doubled:
      countRepetitions(active.map(({ userId }) => userId)) + countRepetitions(rows.map((row) => row.idempotencyKey)),
    /** Bookings that no buyer was told about. */
    unreported: confirmed.filter(({ reference }) => !acknowledged.has(reference)).length,
    /** Counters of the event and its ticket types that differ when counted again. */
    drift: [...(await auditEventInventory(db, eventId)), ...(await auditTicketTypeInventory(db, eventId))].length,
  };
}

function countRepetitions<T>(values: T[]) {
  const known = values.filter((value) => value !== null);
  return known.length - new Set(known).size;
}

export type Ledger = Awaited<ReturnType<typeof readLedger>>;
