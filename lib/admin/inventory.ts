import "server-only";
import { inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { withLongRunningConnection } from "@/db/long-running-connection";
import { events } from "@/db/schema";
import { auditEventInventory, auditTicketTypeInventory } from "@/lib/inventory/audit";

const TIMEOUT_MS = 10_000;
/** Findings shown at once. The rest is there when these are mended. */
const MAX_SHOWN_FINDINGS = 50;

export type Finding = {
  slug: string;
  name: string;
  /** What differs, in words. */
  differences: string[];
  /** More is taken than fits: nothing that counting could mend. */
  isOversold: boolean;
};

/** Counts every event again, in bounded time: the counters against what the bookings say. */
export async function runInventoryAudit(): Promise<{ findings: Finding[]; total: number }> {
  const { drifted, types } = await withLongRunningConnection((own) =>
    own.transaction(async (tx) => {
      await tx.execute(sql.raw(`set local statement_timeout = ${TIMEOUT_MS}`));
      return { drifted: await auditEventInventory(tx), types: await auditTicketTypeInventory(tx) };
    }),
  );
  const ids = [...new Set([...drifted.map(({ id }) => id), ...types.map(({ eventId }) => eventId)])];
  const shown = ids.slice(0, MAX_SHOWN_FINDINGS);
  const named = shown.length
    ? await db
        .select({ id: events.id, slug: events.slug, name: events.name })
        .from(events)
        .where(inArray(events.id, shown))
    : [];
  const findings = named.map(({ id, slug, name }) => {
    const drift = drifted.find((one) => one.id === id);
    const differences = types
      .filter(({ eventId }) => eventId === id)
      .map(({ code, sold, taken }) => `Ticket type ${code}: the counter says ${sold} sold, its bookings ${taken}.`);
    if (drift) {
      const { availableTickets, waitlistTickets, taken, capacity } = drift;
      differences.unshift(
        `${availableTickets} available + ${waitlistTickets} for the waitlist + ${taken} taken = ${availableTickets + waitlistTickets + taken}, and the capacity is ${capacity}.`,
      );
    }
    return { slug, name, differences, isOversold: drift !== undefined && drift.taken > drift.capacity };
  });
  return { findings, total: ids.length };
}
