import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { openDatabaseServer } from "./database-server";
import { atMost, type Figure } from "./figures";
import { Rounds } from "./rounds";

const EVENTS = 6_000;
const ROUNDS = 5;
/** Importing reads, checks, translates and compares each row, and makes an event of it with three indexes and more. */
const TIMES_PLAIN = 20;

/** A file of thousands of events from its bytes to drafts, against parsing it and storing its rows as they are. */
export async function imports(): Promise<Figure[]> {
  const server = await openDatabaseServer("bench-import");
  process.env.DATABASE_URL = await server.create("imports");
  const { db, sql } = await import("@/db/client");
  const { readText } = await import("@/lib/event-import/fixtures");
  const { importEvents } = await import("@/lib/event-import/import-events");
  const { makeMember } = await import("@/test/factories");
  await sql`create table plain_rows (id bigint generated always as identity primary key, fields jsonb)`;

  async function importAnew(csv: string) {
    const { organizerId, userId } = await makeMember(db);
    const began = performance.now();
    const result = await readText(csv, { defaults: { category: "tech" } });
    if (!result.ok) throw new Error(result.message);
    const { created } = await importEvents({ reading: result.reading, organizerId, actorId: userId });
    const ms = performance.now() - began;
    if (created.size !== EVENTS) throw new Error(`${created.size} of ${EVENTS} events came in.`);
    return ms;
  }

  async function storeAsTheyAre(csv: string) {
    const began = performance.now();
    const rows = parse(csv, { columns: true });
    await sql`insert into plain_rows (fields) select jsonb_array_elements(${JSON.stringify(rows)}::text::jsonb)`;
    return performance.now() - began;
  }

  const imported = new Rounds();
  const plain = new Rounds();
  // The first round warms both up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const csv = fileOf(round);
    const times = [await storeAsTheyAre(csv), await importAnew(csv)] as const;
    if (round === 0) continue;
    plain.add(times[0]);
    imported.add(times[1]);
  }
  await sql.end();
  await server.close();

  const ratio = imported.over(plain);
  return [
    atMost("importing a file of events: times storing its rows as they are", ratio.median, "×", TIMES_PLAIN),
    ratio.spread("importing a file of events"),
    ...imported.noted(`importing ${EVENTS} events`, "ms"),
    ...plain.noted("storing their rows as they are", "ms"),
  ];
}

function fileOf(round: number) {
  const cities = ["Lisbon", "Wien", "São Paulo", "東京", "Zürich", "Montréal", "Kraków", "Cairo"];
  const rows = Array.from({ length: EVENTS }, (_, at) => ({
    name: `Conference ${round}-${at} on databases, "queues" and people`,
    url: `https://conference-${at}.example/${round}`,
    startDate: new Date(Date.UTC(2027, 0, 1 + (at % 700))).toISOString().slice(0, 10),
    endDate: new Date(Date.UTC(2027, 0, 2 + (at % 700))).toISOString().slice(0, 10),
    city: cities[at % cities.length],
    online: at % 9 === 0 ? "true" : "",
  }));
  return stringify(rows, { header: true });
}
