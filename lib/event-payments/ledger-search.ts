import { z } from "zod";
import { typedText } from "@/lib/text/typed-text";

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => value || undefined, schema.optional()).catch(undefined);

/** The query of the payments page. An invalid value is ignored. */
export const ledgerSearchSchema = z.object({
  /** A booking's reference, or the beginning of one, or the provider's id of a payment or refund. */
  q: optional(typedText().max(100)),
  after: optional(z.string().max(40)),
  before: optional(z.string().max(40)),
});

export type LedgerSearch = z.output<typeof ledgerSearchSchema>;

/** The address of the payments page with a search; it starts at the first page unless a cursor is given. */
export function paymentsHref(slug: string, { q, after, before }: LedgerSearch = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ q, after, before })) if (value) query.set(name, value);
  return `/organize/events/${encodeURIComponent(slug)}/payments${query.size > 0 ? `?${query}` : ""}`;
}
