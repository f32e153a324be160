import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { findBareText } from "@/test/bare-text";

const root = new URL("..", import.meta.url);

function pagesAndComponents() {
  return ["app", "components"].flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".tsx") && !name.endsWith(".test.tsx"))
      .map((name) => `${folder}/${name}`),
  );
}

test("c20: no text stands where a translated page would break React", { timeout: 60_000 }, () => {
  const files = pagesAndComponents();
  expect(files.length).toBeGreaterThan(200);
  expect(findBareText(files).map(({ file, line, code, reason }) => `${file}:${line} ${reason}: ${code}`)).toEqual([]);
});

test("the check finds each way in which text is bare, and lets fixed text be", { timeout: 60_000 }, () => {
  const found = findBareText(["test/bare-text-examples.tsx"]);
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
