import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { asTestList, journeyDigests, recordedJourneys, visitsFolder } from "./journeys";
import { selectTests } from "./select";

const folder = mkdtempSync(join(tmpdir(), "quorix-changed-"));
afterAll(() => rmSync(folder, { recursive: true }));
function write(name: string, text: string) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

const tree: Record<string, string> = {
  "app/layout.tsx": `import "./globals.css"; export default () => <html lang="en">{null}</html>;`,
  "app/globals.css": "",
  "app/(site)/error.tsx": "",
  "app/(site)/events/[slug]/page.tsx": `import { Card } from "@/components/card"; export default () => <Card />;`,
  "app/(site)/terms/page.tsx": `import type { Seat } from "@/lib/seats";`,
  "app/organize/page.tsx": `const card = () => import("@/components/card");`,
  "app/api/inngest/route.ts": `import "@/lib/mails";`,
  "components/card.tsx": `export { seats } from "@/lib/seats";`,
  "lib/seats.ts": "export type Seat = number;",
  "lib/seats.test.ts": `import "./seats";`,
  "lib/import.test.ts": `readFileSync(new URL("../test/cases/a.csv", import.meta.url));`,
  "lib/words.test.ts": `readdirSync("components");`,
  "lib/booking.integration.test.ts": "",
  "lib/seats.fuzz.test.ts": `import "./seats";`,
  "lib/seats.crash.test.ts": `import "./seats";`,
  "lib/mails.ts": "",
  "lib/labels.test.ts": `import "@/texts/labels";`,
  "texts/en/labels.ts": "",
  "db/migrate.ts": `fileURLToPath(new URL("./migrations", import.meta.url));`,
  "db/migrations/0.sql": "",
  "test/cases/a.csv": "",
  "test/database.ts": `import "@/db/migrate";`,
  "test/environment.ts": "",
  "test/fresh-file.ts": `import "./environment";`,
  "vitest.config.ts": `export default { globalSetup: ["test/database.ts"], setupFiles: ["test/fresh-file.ts"] };`,
  "next.config.ts": "",
  "public/worker.js": "",
  "package-lock.json": "{}",
  "docs/guide.md": "",
  "e2e/terms.spec.ts": `import "./fixtures/steps";`,
  "e2e/fixtures/steps.ts": "",
  "e2e/events.spec.ts": "",
  "e2e/every-page.spec.ts": `import "./fixtures/scenes/all";`,
  "e2e/fixtures/scenes/all.ts": `import "./team"; import "./site";`,
  "e2e/fixtures/scenes/team.ts": `export const scenes = [{ name: "team" }];`,
  "e2e/fixtures/scenes/site.ts": `export const scenes = [{ name: "terms" }];`,
};
for (const [name, text] of Object.entries(tree)) write(name, text);

const journey = (spec: string, title: string, ...paths: string[]) => ({
  spec,
  titles: [title],
  paths,
  writtenAs: journeyDigests(folder),
});
const records = [
  journey("e2e/terms.spec.ts", "reads", "/terms"),
  journey("e2e/events.spec.ts", "books", "/events/a-night", "/api/me"),
  journey("e2e/every-page.spec.ts", "team: fine", "/organize"),
  journey("e2e/every-page.spec.ts", "terms: fine", "/terms"),
];

function chosen(...changed: string[]) {
  const { unit, integration, journeys } = selectTests(folder, Object.keys(tree), changed, records);
  const touched = journeys.touched.map(({ titles }) => titles[0]);
  expect(journeys.touched.length + journeys.untouched.length).toBe(records.length);
  return { unit, integration, journeys: journeys.reasons.length > 0 && touched };
}
const nothing = { unit: [], integration: [], journeys: false };
const everyJourney = ["reads", "books", "team: fine", "terms: fine"];

test("a module reaches the tests and, by way of components, layouts and dynamic imports, the pages", () => {
  const unit = ["lib/seats.test.ts", "lib/words.test.ts"];
  expect(chosen("lib/seats.ts")).toEqual({ ...nothing, unit, journeys: ["books", "team: fine"] });
  expect(chosen("app/(site)/terms/page.tsx")).toEqual({ ...nothing, journeys: ["reads", "terms: fine"] });
  expect(chosen("app/(site)/error.tsx")).toEqual({ ...nothing, journeys: ["reads", "books", "terms: fine"] });
  expect(chosen("app/globals.css")).toEqual({ ...nothing, journeys: everyJourney });
});

test("a new page and a deleted one are pages, too", () => {
  expect(chosen("app/organize/[team]/page.tsx")).toEqual({ ...nothing, journeys: [] });
  expect(chosen("app/api/me/route.ts")).toEqual({ ...nothing, journeys: ["books"] });
});

test("what is behind every page, and a file whose use is not known, means every journey", () => {
  for (const file of ["next.config.ts", "lib/mails.ts", "public/worker.js"])
    expect(chosen(file)).toEqual({ ...nothing, journeys: everyJourney });
  for (const file of ["package-lock.json", "lib/unnamed.bin"])
    expect(chosen(file)).toEqual({ unit: "all", integration: "all", journeys: everyJourney });
});

test("files that are read, not imported, belong to who reads them", () => {
  expect(chosen("texts/en/labels.ts")).toEqual({ ...nothing, unit: ["lib/labels.test.ts"] });
  expect(chosen("test/cases/a.csv")).toEqual({ ...nothing, unit: ["lib/import.test.ts"] });
  expect(chosen("db/migrations/0.sql")).toEqual({ ...nothing, integration: "all" });
  for (const file of ["test/fresh-file.ts", "test/environment.ts"])
    expect(chosen(file)).toEqual({ ...nothing, unit: "all", integration: "all" });
  expect(chosen("components/new.tsx")).toEqual({ ...nothing, unit: ["lib/words.test.ts"] });
  expect(chosen("docs/guide.md", "lib/gone.test.ts")).toEqual(nothing);
});

test("a spec, or what it imports, means its journeys, and of the scenes those that stand there", () => {
  expect(chosen("e2e/fixtures/steps.ts")).toEqual({ ...nothing, journeys: ["reads"] });
  expect(chosen("e2e/fixtures/scenes/team.ts")).toEqual({ ...nothing, journeys: ["team: fine"] });
  expect(chosen("e2e/fixtures/scenes/all.ts")).toEqual({ ...nothing, journeys: ["team: fine", "terms: fine"] });
});

test("a record says nothing any more once its journey was written anew, until that is undone", () => {
  const file = "e2e/fixtures/scenes/team.ts";
  write(file, `export const scenes = [{ name: "team", edited: true }];`);
  expect(chosen("app/(site)/terms/page.tsx").journeys).toEqual(["reads", "team: fine", "terms: fine"]);
  write(file, tree[file] ?? "");
  expect(chosen("app/(site)/terms/page.tsx").journeys).toEqual(["reads", "terms: fine"]);
});

test("records are read as they are written, and listed as Playwright skips them", () => {
  const record = journey("e2e/events.spec.ts", "books", "/events/a-night");
  write(`${visitsFolder}/1.json`, JSON.stringify(record));
  write(`${visitsFolder}/of-before.json`, JSON.stringify({ ...record, writtenAs: undefined }));
  expect(recordedJourneys(folder)).toEqual([record]);
  expect(asTestList(recordedJourneys(folder))).toBe("events.spec.ts › books");
});
