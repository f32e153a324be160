import { z } from "zod";
import { invalid } from "./api-error";

const whole = z.string().regex(/^\d+$/).transform(Number);

const parameters = z.strictObject({
  limit: whole.refine((limit) => limit >= 1 && limit <= 100).optional(),
  starting_after: z.string().optional(),
  created: z
    .strictObject({ gte: whole.optional(), gt: whole.optional(), lt: whole.optional(), lte: whole.optional() })
    .optional(),
  payment_intent: z.string().optional(),
});
export type ListParameters = z.infer<typeof parameters>;

export function parseList(query: unknown): ListParameters {
  const parsed = parameters.safeParse(query);
  if (!parsed.success) throw invalid(z.prettifyError(parsed.error), "parameter_unknown");
  return parsed.data;
}

/** A page of a list, newest first. */
export function pageOf<Item extends { id: string; created: number }>(
  url: string,
  rows: Item[],
  { limit = 10, starting_after: after, created = {} }: ListParameters,
) {
  const { gte = 0, gt = -1, lt = Number.POSITIVE_INFINITY, lte = Number.POSITIVE_INFINITY } = created;
  const matching = rows
    .toReversed()
    .filter((row) => row.created >= gte && row.created > gt && row.created < lt && row.created <= lte);
  const start = after === undefined ? 0 : matching.findIndex(({ id }) => id === after) + 1;
  if (after !== undefined && start === 0)
    throw invalid(`No such object: '${after}'`, "resource_missing", "starting_after");
  const data = matching.slice(start, start + limit);
  return { object: "list" as const, data, has_more: start + limit < matching.length, url };
}
