import { inArray } from "drizzle-orm";
import type { Database } from "@/db/connect";
import { bookings } from "@/db/schema";

export type FoundBooking = { booking: { id: number; eventId: number; userId: number } | null };

/** Which bookings these references name, in their order. */
export async function findBookings(db: Pick<Database, "select">, references: string[]): Promise<FoundBooking[]> {
  const { reference, id, eventId, userId } = bookings;
  const rows = await db.select({ reference, id, eventId, userId }).from(bookings).where(inArray(reference, references));
  const byReference = new Map(rows.map((row) => [row.reference, row]));
  return references.map((name) => ({ booking: byReference.get(name) ?? null }));
}
