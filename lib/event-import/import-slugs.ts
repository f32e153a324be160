import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import { events } from "@/db/schema";
import { randomSuffix } from "@/lib/event-editing/create-draft";
import { slugFrom } from "@/lib/names/slug-from";
import type { ParsedEvent } from "./parsed-file";

/** Candidates: the name, the name with the date, the name with a random suffix. */
function candidatesFor({ form }: ParsedEvent): [string, string] {
  const base = slugFrom(form.name, "event");
  return [base, `${base}-${form.startsAt.slice(0, 10)}`];
}

/** A free slug for each event, with one query for all. */
export async function findImportSlugs(tx: Queryable, read: ParsedEvent[]): Promise<string[]> {
  const candidates = read.map(candidatesFor);
  const asked = [...new Set(candidates.flat())];
  // As JSON because of the parameter limit of a statement.
  const isAsked = sql`${events.slug} in (select json_array_elements_text(${JSON.stringify(asked)}::json))`;
  const rows = await tx.select({ slug: events.slug }).from(events).where(isAsked);
  const taken = new Set(rows.map(({ slug }) => slug));
  return candidates.map(([base, dated]) => {
    const slug = [base, dated].find((candidate) => !taken.has(candidate)) ?? `${dated}-${randomSuffix()}`;
    taken.add(slug);
    return slug;
  });
}
