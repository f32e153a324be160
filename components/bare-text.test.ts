import { readdirSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { type Finding, findBareText } from "@/test/bare-text";

const root = new URL("..", import.meta.url);
const examples = "test/bare-text-examples.tsx";
const pagesAndComponents = ["app", "components"].flatMap((folder) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".tsx") && !name.endsWith(".test.tsx"))
    .map((name) => `${folder}/${name}`),
);
let findings: Finding[];

beforeAll(() => {
  findings = findBareText([...pagesAndComponents, examples]);
}, 120_000);

test("c20: no text stands where a translated page would break React", () => {
  expect(pagesAndComponents.length).toBeGreaterThan(200);
  const found = findings.filter(({ file }) => file !== examples);
  expect(found.map(({ file, line, code, reason }) => `${file}:${line} ${reason}: ${code}`)).toEqual([]);
});

test("the check finds each way in which text is bare, and lets fixed text be", () => {
  const found = findings.filter(({ file }) => file === examples);
  expect(found.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
    "6 text that changes is not alone in its element",
    "11 text stands after something that comes and goes",
    "20 text stands after something that comes and goes",
    "29 text that changes is not alone in its element",
    "42 text stands after something that comes and goes",
    "49 a fragment holds text: with it, text would come and go",
    "52 a component is nothing but text",
  ]);
});
