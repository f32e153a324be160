import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { findImportProblems } from "./import-order";
import { layers } from "./layers";

const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
});

/** The problems of files with these texts, with lib/low below lib/high. */
function problems(texts: Record<string, string>) {
  const root = mkdtempSync("/tmp/quorix-layers-");
  roots.push(root);
  const all = { "lib/low/nothing.ts": "export {};", "lib/high/nothing.ts": "export {};", ...texts };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return findImportProblems(root, Object.keys(all), ["low", "high"]);
}

test("imports downwards are in order, and so are those of other programs", () => {
  const order = {
    "lib/plain.ts": 'import { join } from "node:path";',
    "lib/low/rule.ts": 'import "@/lib/plain"; export const rule = 1;',
    "lib/high/use.tsx":
      'import { rule } from "@/lib/low/rule"; import type { Db } from "@/db/client"; export { rule };',
    "components/card.tsx": 'import { rule } from "@/lib/high/use"; export default () => <p>{rule}</p>;',
  };
  expect(problems(order)).toEqual([]);
});

test.each([
  'import { use } from "@/lib/high/use";',
  'import type { Use } from "@/lib/high/use";',
  'export * from "@/lib/high/use";',
  'export const later = () => import("@/lib/high/use");',
  'export type Use = import("@/lib/high/use").Use;',
])("an import upwards is reported: %s", (text) => {
  expect(problems({ "lib/high/use.ts": "export const use = 1;", "lib/low/rule.ts": text })).toEqual([
    "lib/low/rule.ts imports lib/high/use.ts, which stands above it",
  ]);
});

test("a file beside the folders imports none of them", () => {
  const texts = { "lib/plain.ts": 'import "./low/rule";', "lib/low/rule.ts": "export {};" };
  expect(problems(texts)).toEqual(["lib/plain.ts imports lib/low/rule.ts, which stands above it"]);
});

test("a cycle of files is reported once, by its shortest path, also where a type closes it", () => {
  const texts = {
    "components/a/one.tsx": 'import { Two } from "./two"; export type One = 1;',
    "components/a/two.tsx": 'import { Three } from "./three"; import "./four"; export const Two = Three;',
    "components/a/three.tsx": 'import type { One } from "./one"; export const Three: One = 1;',
    "components/a/four.tsx": "export {};",
  };
  const cycle = ["one", "two", "three", "one"].map((name) => `components/a/${name}.tsx`).join(" → ");
  expect(problems(texts)).toEqual([`cycle of files: ${cycle}`]);
});

test("a cycle of folders is reported, though no file is in one", () => {
  const texts = {
    "components/a/one.tsx": 'import "@/components/b/one";',
    "components/b/one.tsx": "export {};",
    "components/b/deep/two.tsx": 'import "@/components/a/two";',
    "components/a/two.tsx": "export {};",
  };
  expect(problems(texts)).toEqual(["cycle of folders: components/a → components/b → components/a"]);
});

test("so is one between a folder and one inside it", () => {
  const texts = {
    "components/a/one.tsx": 'import "./inside/one";',
    "components/a/inside/one.tsx": "export {};",
    "components/a/inside/two.tsx": 'import "@/components/a/two";',
    "components/a/two.tsx": "export {};",
  };
  expect(problems(texts)).toEqual(["cycle of folders: components/a → components/a/inside → components/a"]);
});

test("every folder of lib/ has a place, and every place a folder", () => {
  expect(findImportProblems("/tmp", [], ["low"])).toEqual(["lib/low has a place and is not there"]);
  expect(problems({ "lib/new/rule.ts": "export {};" })).toEqual(["lib/new has no place"]);
});

test("docs/architecture.md shows the layers and their folders in this order", () => {
  const [, section = ""] = readFileSync("docs/architecture.md", "utf8").split("### The layers of `lib/`");
  const rows = section.split("\n").filter((line) => /^\| [^|]*\| `/.test(line));
  const cells = rows.map((row) => row.split("|").map((cell) => cell.trim()));
  expect(cells.flatMap(([, layer = ""]) => (layer ? [layer] : []))).toEqual(layers.map(({ name }) => name));
  expect(cells.flatMap(([, , folders = ""]) => [...folders.matchAll(/`([^`]+)`/g)].map(([, name]) => name))).toEqual(
    layers.flatMap(({ folders }) => folders),
  );
  for (const { name } of layers) expect(section).toContain(`["${name}"]`);
});
