import { parseArgs } from "node:util";
import postgres from "postgres";
import { z } from "zod";
import { openLocalServices } from "@/bench/local-services";
import { shutdown } from "@/bench/shutdown";
import { migrateDatabase } from "@/db/migrate";
import type { AppProcess } from "./app-process";
import { runProof } from "./proof";
import { evaluate, formatReport } from "./report";

/**
 * `npm run prove [-- --buyers 5000 --seats 500 --processes 4 --kills 50 --seed 1 --json]`: whether Quorix can be made
 * to sell a seat twice. Exits 1 when it can, or when the trial was not conclusive.
 */
const text = { type: "string" } as const;
const { values } = parseArgs({
  options: { buyers: text, seats: text, processes: text, kills: text, seed: text, json: { type: "boolean" } },
});
const whole = (least: number) => z.coerce.number().int().min(least);
const sizes = z
  .object({
    buyers: whole(1).default(5_000),
    seats: whole(1).default(500),
    processes: whole(2).default(4),
    kills: whole(0).default(50),
    seed: whole(0).default(() => Math.floor(Math.random() * 1_000_000)),
  })
  .safeParse(values);
if (!sizes.success) {
  console.error(z.prettifyError(sizes.error));
  process.exit(2);
}

const { databaseUrl, redis } = await openLocalServices("prove");
const onStart = (apps: AppProcess[]) =>
  shutdown.add(() => {
    for (const app of apps) app.stop();
  });

/** A second database, as the one without locks ends up wrong. */
async function createSecondDatabase() {
  const admin = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  await admin`create database without_locks`;
  await admin.end();
  const url = new URL(databaseUrl);
  url.pathname = "/without_locks";
  await migrateDatabase(url.href);
  return url.href;
}

const printProgress = (line: string) => console.error(line);
printProgress(`Seed ${sizes.data.seed}: the same kills again with --seed ${sizes.data.seed}.`);
printProgress("With the locks …");
const withLocks = await runProof({ ...sizes.data, databaseUrl, redis, hasLocks: true, onStart });
printProgress("Without the locks …");
const spoiled = { databaseUrl: await createSecondDatabase(), redis: null, hasLocks: false, kills: 0, onStart };
const withoutLocks = await runProof({ ...sizes.data, ...spoiled });

const metrics = evaluate(sizes.data, withLocks, withoutLocks);
console.log(
  values.json ? JSON.stringify(metrics, null, 2) : formatReport(sizes.data, withLocks, withoutLocks, metrics),
);
await shutdown.end(metrics.every((metric) => metric.holds) ? 0 : 1);
