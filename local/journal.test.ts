import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { JournalRecord } from "./inngest/types";
import { Journal } from "./journal";

let dir: string;
const opened: Journal<JournalRecord>[] = [];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "quorix-journal-"));
});
afterEach(async () => {
  for (const journal of opened.splice(0)) await journal.close();
  rmSync(dir, { recursive: true, force: true });
});

const seen = (key: string): JournalRecord => ({ put: "seen", key, at: 1 });

async function openWith(keep: JournalRecord[] = []) {
  const replayed: JournalRecord[] = [];
  const journal = await Journal.open(
    dir,
    (record) => replayed.push(record),
    () => (keep.length > 0 ? keep : replayed),
  );
  opened.push(journal);
  return { journal, replayed };
}

test("appended records are replayed in order", async () => {
  const { journal } = await openWith();
  await Promise.all([journal.append([seen("a"), seen("b")]), journal.append([seen("c")])]);
  await journal.close();
  const { replayed } = await openWith();
  expect(replayed).toEqual([seen("a"), seen("b"), seen("c")]);
});

test("opening rewrites the file to what is still needed", async () => {
  const { journal } = await openWith();
  for (const key of ["a", "b", "c"]) await journal.append([seen(key)]);
  await journal.close();
  const { journal: again } = await openWith([seen("c")]);
  await again.append([seen("d")]);
  await again.close();
  expect(readdirSync(dir)).toEqual(["journal.jsonl"]);
  const { replayed } = await openWith();
  expect(replayed).toEqual([seen("c"), seen("d")]);
});

test("an incomplete group is dropped as a whole, and damage before the end is an error", async () => {
  const whole = `${JSON.stringify([seen("a")])}\n`;
  writeFileSync(join(dir, "journal.jsonl"), `${whole}[{"put":"seen","key":"b"`);
  const { journal, replayed } = await openWith();
  expect(replayed).toEqual([seen("a")]);
  expect(readFileSync(join(dir, "journal.jsonl"), "utf8")).toBe(whole);
  await journal.close();
  writeFileSync(join(dir, "journal.jsonl"), `[{"put"\n${whole}`);
  await expect(openWith()).rejects.toThrow("damaged");
});

test("nothing can be appended once it is closed", async () => {
  const { journal } = await openWith();
  await journal.close();
  await expect(journal.append([seen("a")])).rejects.toThrow("closed");
});

test("a file that grows is rewritten on the way, and loses nothing that is still needed", async () => {
  const last = new Map<string, JournalRecord>();
  const journal = await Journal.open(
    dir,
    () => {},
    () => last.values(),
  );
  opened.push(journal);
  const long = "x".repeat(1024 * 1024);
  for (let at = 0; at < 40; at += 1) {
    const record: JournalRecord = { put: "seen", key: long, at };
    last.set(long, record);
    await journal.append([record]);
  }
  await journal.append([seen("after")]);
  expect(statSync(join(dir, "journal.jsonl")).size).toBeLessThan(16 * 1024 * 1024);
  const { replayed } = await openWith();
  expect(replayed.slice(-2)).toEqual([{ put: "seen", key: long, at: 39 }, seen("after")]);
});
