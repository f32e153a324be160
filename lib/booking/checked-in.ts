import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/connect";
import { arrayOf } from "@/db/prepared";
import { tickets } from "@/db/schema";

export type LockTickets = (tx: Transaction, bookingIds: number[]) => Promise<number[]>;

/**
 * Which of these bookings somebody is checked in on. Their tickets are locked until the commit, as a door admits
 * without the event's lock: a scan under way is waited for, and a later one finds what became of the ticket.
 */
export const lockTickets: LockTickets = async (tx, bookingIds) => {
  if (bookingIds.length === 0) return [];
  const rows = await tx
    .select({ bookingId: tickets.bookingId, checkedInAt: tickets.checkedInAt })
    .from(tickets)
    .where(sql`${tickets.bookingId} = any (${arrayOf(bookingIds, "bigint", (id) => id)})`)
    .orderBy(tickets.id)
    .for("no key update")
    .prepare("lock_tickets")
    .execute();
  return rows.flatMap(({ bookingId, checkedInAt }) => (checkedInAt ? [bookingId] : []));
};
