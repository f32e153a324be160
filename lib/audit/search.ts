import type { Route } from "next";
import { z } from "zod";
import { pageQuerySchema } from "@/lib/paging/keyset";
import { typedText } from "@/lib/text/typed-text";
import { type AuditKind, auditKinds } from "./labels";

const kinds = Object.keys(auditKinds) as [AuditKind, ...AuditKind[]];
const day = z.iso.date().optional().catch(undefined);

/** The query of the log's address. Values that are not valid are ignored. */
export const auditSearchSchema = pageQuerySchema.extend({
  organizer: z.string().max(200).optional().catch(undefined),
  /** A sealed id. */
  person: z.string().max(40).optional().catch(undefined),
  /** Search terms for an event's name, or its slug. */
  event: typedText()
    .max(200)
    .optional()
    .catch(undefined)
    .transform((terms) => terms || undefined),
  kind: z.enum(kinds).optional().catch(undefined),
  from: day,
  to: day,
  /** Includes attendees' actions on their own bookings. */
  show: z.literal("all").optional().catch(undefined),
});

export type AuditSearch = z.output<typeof auditSearchSchema>;

/** The address of a search, without empty parameters. */
export function auditHref(search: Partial<AuditSearch>, change: Partial<AuditSearch> = {}): Route {
  const merged = { ...search, after: undefined, before: undefined, ...change };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(merged)) if (value) query.set(name, value);
  return (query.size > 0 ? `/organize/audit?${query}` : "/organize/audit") as Route;
}
