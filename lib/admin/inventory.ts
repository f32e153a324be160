import "server-only";
import { inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { withLongRunningConnection } from "@/db/long-running-connection";
import { events } from "@/db/schema";
import { auditEventInventory, auditTicketTypeInventory } from "@/lib/inventory/audit";
import { inventoryAudit } from "@/texts/admin";

const TIMEOUT_MS = 10_000;
/** Findings shown at once. The next audit shows the rest. */
const MAX_SHOWN_FINDINGS = 50;

export type Finding = {
  slug: string;
  name: string;
  /** Sentences. */
  differences: string[];
  /** More is taken than the capacity: reconciling the counters can't fix that. */
  isOversold: boolean;
};

/** Compares every event's counters with its bookings. Cancelled after `TIMEOUT_MS`. */
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
      .map(({ code, sold, taken }) => inventoryAudit.typeDifference(code, `${sold}`, `${taken}`));
    if (drift) {
      const { availableTickets, waitlistTickets, taken, capacity } = drift;
      differences.unshift(
        inventoryAudit.eventDifference({
          available: `${availableTickets}`,
          waitlist: `${waitlistTickets}`,
          taken: `${taken}`,
          sum: `${availableTickets + waitlistTickets + taken}`,
          capacity: `${capacity}`,
        }),
      );
    }
    return { slug, name, differences, isOversold: drift !== undefined && drift.taken > drift.capacity };
  });
  return { findings, total: ids.length };
}
