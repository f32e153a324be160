import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { db, sql } from "@/db/client";
import { readText } from "@/lib/event-import/fixtures";
import { importEvents } from "@/lib/event-import/import-events";
import { makeMember } from "@/test/factories";

/** Milliseconds of each round. */
export type ImportTimes = { imported: number; plain: number }[];

const ROUNDS = 5;
const EVENTS = Number(process.argv[2]);

async function timeImport(csv: string) {
  const { organizerId, userId } = await makeMember(db);
  const began = performance.now();
  const result = await readText(csv, { defaults: { category: "tech" } });
  if (!result.ok) throw new Error(result.message);
  const { created } = await importEvents({ reading: result.reading, organizerId, actorId: userId });
  const ms = performance.now() - began;
  if (created.size !== EVENTS) throw new Error(`${created.size} of ${EVENTS} events came in.`);
  return ms;
}

async function timePlainStore(csv: string) {
  const began = performance.now();
  const rows = parse(csv, { columns: true });
  await sql`insert into plain_rows (fields) select jsonb_array_elements(${JSON.stringify(rows)}::text::jsonb)`;
  return performance.now() - began;
}

function makeCsv(round: number) {
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

await sql`create table plain_rows (id bigint generated always as identity primary key, fields jsonb)`;
const times: ImportTimes = [];
for (let round = 0; round <= ROUNDS; round += 1) {
  const csv = makeCsv(round);
  times.push({ plain: await timePlainStore(csv), imported: await timeImport(csv) });
}
await sql.end();
// The first round warms both up.
process.send?.(times.slice(1), () => process.disconnect());
