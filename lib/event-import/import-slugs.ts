import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import { events } from "@/db/schema";
import { randomSuffix } from "@/lib/event-editing/create-draft";
import { slugFrom } from "@/lib/names/slug-from";
import type { ParsedEvent } from "./parsed-file";

/** The name; where another event has it, with its day; where that is taken too, with something random. */
function candidatesFor({ form }: ParsedEvent): [string, string] {
  const base = slugFrom(form.name, "event");
  return [base, `${base}-${form.startsAt.slice(0, 10)}`];
}

/** An address for each event that no other has, with one query for all of them. */
export async function findImportSlugs(tx: Queryable, read: ParsedEvent[]): Promise<string[]> {
  const candidates = read.map(candidatesFor);
  const asked = [...new Set(candidates.flat())];
  // As JSON: tens of thousands of parameters are too many for one statement.
  const isAsked = sql`${events.slug} in (select json_array_elements_text(${JSON.stringify(asked)}::json))`;
  const rows = await tx.select({ slug: events.slug }).from(events).where(isAsked);
  const taken = new Set(rows.map(({ slug }) => slug));
  return candidates.map(([base, dated]) => {
    const slug = [base, dated].find((candidate) => !taken.has(candidate)) ?? `${dated}-${randomSuffix()}`;
    taken.add(slug);
    return slug;
  });
}
