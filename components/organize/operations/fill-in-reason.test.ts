import { expect, test } from "vitest";
import { fillInReason, REASON_PLACEHOLDER } from "./fill-in-reason";

const email = `<p>Before</p><p>${REASON_PLACEHOLDER}</p>`;

test("the typed reason is in the email, line by line", () => {
  expect(fillInReason(email, " The hall\nis flooded. ")).toBe("<p>Before</p><p>The hall<br>is flooded.</p>");
  expect(fillInReason(email, "  ")).toBe(email);
});

test("HTML and replacement patterns stay text", () => {
  expect(fillInReason(email, '<img src=x> & "$& $1"')).toContain(
    "<p>&lt;img src=x&gt; &amp; &quot;$&amp; $1&quot;</p>",
  );
});
