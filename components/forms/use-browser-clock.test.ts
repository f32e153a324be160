import { expect, test } from "vitest";
import { clockFor } from "./use-browser-clock";

test.each([
  ["en-US", "en-US", 12, "sun"],
  ["en-GB", "en-GB", 24, "mon"],
  ["de-DE", "en-GB", 24, "mon"],
  ["es-MX", "en-GB", 12, "sun"],
  ["ja-JP", "en-CA", 24, "sun"],
  ["hu", "en-CA", 24, "mon"],
  ["ar-EG", "en-GB", 12, "sat"],
  ["not a language", "en-GB", 24, "mon"],
] as const)("whoever reads %s writes dates as %s, on a clock of %i hours, in weeks from %s", (language, ...clock) => {
  expect(Object.values(clockFor(language))).toEqual(clock);
});
