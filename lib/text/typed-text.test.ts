import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { holdersSchema } from "@/lib/checkout/schema";
import { toStorableText, typedText } from "./typed-text";

test("what somewhere could not be stored or written is left out or replaced, all else stays", () => {
  expect(toStorableText("a\0b\u0007\u000bc\u0085\r\nd\re\tf")).toBe("abc\nd\ne\tf");
  expect(toStorableText("\ud83c x \ufffe \uffff \ufdd0 \u{1fffe}")).toBe("\ufffd x \ufffd \ufffd \ufffd \ufffd");
  expect(toStorableText("Łukasz 秋 🎉 \u200d \u2028")).toBe("Łukasz 秋 🎉 \u200d \u2028");
  expect(typedText().parse("  Eve\uffffx ")).toBe("Eve\ufffdx");
});

test("c29: a holder's name holds no character that a workbook cannot", () => {
  const holders = [{ ticketTypeCode: "a", name: "Eve\uffffx" }];
  expect(holdersSchema.parse({ holders, terms: true }).holders[0]?.name).toBe("Eve\ufffdx");
});

test("whatever people type into a field goes through it", () => {
  const sources = ["lib", "app", "components"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  );
  const bare = sources
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && !file.startsWith(join("lib", "text")))
    .filter((file) => /z\s*\.string\(\)\s*\.trim\(\)/.test(readFileSync(file, "utf8")));
  expect(bare).toEqual([]);
});
