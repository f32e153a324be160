import { expect, test } from "vitest";
import { emailTerms, extractEmails } from "./email-terms";

test.each([
  ["a.lee@quorix.test", ["a.lee@quorix.test", "lee@quorix.test", "quorix.test", "test"]],
  ["Élo+Tag@ПОЧТА.example", ["élo+tag@почта.example", "tag@почта.example", "почта.example", "example"]],
  ["Ada Lovelace", []],
])("%s is also found by %j", (text, words) => {
  expect(emailTerms(text)).toEqual(words);
});

test.each([
  ["anna@gmail.com", ["anna@gmail.com"], ""],
  ["Anna <ANNA@gmail.com>, Ben", ["anna@gmail.com"], "Anna Ben"],
  ["lovelace@", ["lovelace@"], ""],
  ["@quorix", [], "@quorix"],
  ["quorix.test", [], "quorix.test"],
  ["ａｎｎａ＠gmail", ["anna@gmail"], ""],
  ["@ @@ <@>", [], "@ @@ <@>"],
])("of %s, %j are addresses and %j is not", (typed, addresses, rest) => {
  expect(extractEmails(typed)).toEqual({ addresses, rest });
});

test("whatever an address begins with finds it, however long it is", () => {
  const address = `${"long.".repeat(20)}name@quorix.test`;
  for (let length = 1; length <= address.length; length += 1) {
    const begun = `x@${address}`.slice(0, length + 2);
    const [typed = ""] = extractEmails(begun).addresses;
    expect(emailTerms(`x@${address}`).some((word) => word.startsWith(typed))).toBe(true);
  }
});
