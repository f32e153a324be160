import postgres from "postgres";
import { expect, test } from "vitest";
import { createDatabaseUrlWithLocale } from "@/test/database-url";
import { queryClauses } from "./fold";
import { matchCases, mismatchCases, oddInputs } from "./match-cases";
import { searchQuery, toSearchVector } from "./vector";

const locales = ["C", "C.UTF-8"] as const;

async function inDatabase<T>(locale: (typeof locales)[number], work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(await createDatabaseUrlWithLocale(locale), { max: 1 });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

const nameVector = (text: string) => toSearchVector([{ text, weight: "A", isName: true }]);

/** Those of the pairs that a database says belong together. */
async function found(sql: postgres.Sql, list: readonly (readonly [string, string])[]) {
  const vectors = list.map(([, text]) => nameVector(text));
  const queries = list.map(([typed]) => searchQuery(typed));
  const rows = await sql<{ place: number }[]>`
    select place::int as place from unnest(${vectors}::text[], ${queries}::text[]) with ordinality as all_of_them(vector, query, place)
    where vector::tsvector @@ query::tsquery`;
  return rows.map(({ place }) => list[place - 1]);
}

test.each(locales)("a database with locale %s finds what is meant, and no stranger", async (locale) => {
  const all = Object.values(matchCases).flat();
  const got = await inDatabase(locale, async (sql) => {
    const [row] =
      await sql`select datcollate as collate, datlocale as locale from pg_database where datname = current_database()`;
    expect(row).toEqual({ collate: "C", locale: locale === "C" ? null : locale });
    return { pairs: await found(sql, all), strangers: await found(sql, mismatchCases) };
  });
  expect(all.filter((pair) => !got.pairs.includes(pair))).toEqual([]);
  expect(got.strangers).toEqual([]);
});

test.each(locales)("a database with locale %s reads whatever is typed", async (locale) => {
  const typed = [...oddInputs, ...Object.values(matchCases).flatMap((list) => list.map(([text]) => text))];
  const rows = await inDatabase(
    locale,
    (sql) => sql`
      select vector::tsvector as vector, query::tsquery as query, numnode(query::tsquery) as nodes
      from unnest(${typed.map(nameVector)}::text[], ${typed.map((text) => searchQuery(text))}::text[]) as all_of_them(vector, query)`,
  );
  expect(rows).toHaveLength(typed.length);
  for (const [at, { nodes }] of rows.entries())
    expect([typed[at], nodes === 0]).toEqual([typed[at], queryClauses(typed[at] ?? "").length === 0]);
});

test.each(locales)("a database with locale %s goes by weights", async (locale) => {
  const vector = toSearchVector([
    { text: "Hip Hop", weight: "A", isName: true },
    { text: "Köln", weight: "B", isName: true },
    { text: "Hip Hop aus Köln, mit O’Brien", weight: "C", isName: false },
  ]);
  const meant = (sql: postgres.Sql, typed: string, weights: string) =>
    sql`select ${vector}::tsvector @@ ${searchQuery(typed).replaceAll(":*", `:*${weights}`)}::tsquery as is_meant`.then(
      ([row]) => row?.is_meant,
    );
  await inDatabase(locale, async (sql) => {
    expect(await meant(sql, "hiphop", "A")).toBe(true);
    expect(await meant(sql, "köln", "A")).toBe(false);
    expect(await meant(sql, "köln", "AB")).toBe(true);
    expect(await meant(sql, "köln", "C")).toBe(false);
    expect(await meant(sql, "o'brien", "AB")).toBe(false);
    expect(await meant(sql, "o'brien", "")).toBe(true);
  });
});
