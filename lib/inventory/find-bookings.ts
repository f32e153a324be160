import { inArray, or } from "drizzle-orm";
import type { Database } from "@/db/connect";
import { bookings } from "@/db/schema";

export type FoundBooking = { id: number; eventId: number; userId: number; status: string };

/** The event and owner of each booking, by its reference or id, in one query. */
export async function findBookings(
  db: Pick<Database, "select">,
  names: (string | number)[],
): Promise<{ found: FoundBooking | null }[]> {
  const { reference, id, eventId, userId, status } = bookings;
  const references = names.filter((name) => typeof name === "string");
  const ids = names.filter((name) => typeof name === "number");
  const rows = await db
    .select({ reference, id, eventId, userId, status })
    .from(bookings)
    .where(or(inArray(reference, references), inArray(id, ids)));
  const byName = new Map<string | number, FoundBooking>();
  for (const { reference: name, ...row } of rows) byName.set(name, row).set(row.id, row);
  return names.map((name) => ({ found: byName.get(name) ?? null }));
}
