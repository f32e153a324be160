import { expect, test } from "vitest";
import { eventSlug } from "@/lib/events/slug";
import { slugOf } from "./slug-of";

test.each([
  ["Lantern Row", "lantern-row"],
  ["  Café  Münster & Söhne! ", "cafe-munster-sohne"],
  ["مهرجان الأضواء", "مهرجان-الأضواء"],
  ["夏の夜", "夏の夜"],
  ["हिन्दी संध्या", "हिन्दी-संध्या"],
  ["💃🕺", "organizer"],
  ["x".repeat(80), "x".repeat(60)],
])("%s becomes %s", (name, slug) => {
  expect(slugOf(name, "organizer")).toBe(slug.normalize("NFC"));
  expect(eventSlug.safeParse(slugOf(name, "organizer")).success).toBe(true);
});
