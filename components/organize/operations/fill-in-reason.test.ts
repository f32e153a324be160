import { expect, test } from "vitest";
import { fillInReason, REASON_PLACEHOLDER } from "./fill-in-reason";

const mail = `<p>Before</p><p>${REASON_PLACEHOLDER}</p>`;

test("the typed reason stands in the mail, line by line", () => {
  expect(fillInReason(mail, " The hall\nis flooded. ")).toBe("<p>Before</p><p>The hall<br>is flooded.</p>");
  expect(fillInReason(mail, "  ")).toBe(mail);
});

test("what looks like HTML or like a pattern is text", () => {
  expect(fillInReason(mail, '<img src=x> & "$& $1"')).toContain("<p>&lt;img src=x&gt; &amp; &quot;$&amp; $1&quot;</p>");
});
