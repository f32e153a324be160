import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { formatRoleTableAsMarkdown } from "./role-labels";

test("docs/organizers.md prints the table of the code", () => {
  const page = readFileSync("docs/organizers.md", "utf8");
  const [, printed] = /<!-- roles -->\n([\s\S]*?)\n<!-- \/roles -->/.exec(page) ?? [];
  expect(printed).toBe(formatRoleTableAsMarkdown());
});
