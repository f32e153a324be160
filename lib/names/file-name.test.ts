import { expect, test } from "vitest";
import { attachment, toFileName } from "./file-name";
import { byteLength } from "./truncate";

/** What a browser saves the file as, and what a program that reads ASCII only does. */
function namesIn(header: string) {
  expect(header).toMatch(/^[\x20-\x7e]+$/);
  const [, plain = "", encoded = ""] =
    /^attachment; filename="([^"\\]*)"; filename\*=UTF-8''([\w.~!#$&+^`|%-]+)$/.exec(header) ?? [];
  return { plain, full: decodeURIComponent(encoded) };
}

test.each([
  ["jazz-night.ics", "jazz-night.ics"],
  ["夏の音楽会-1.ics", "1.ics"],
  ["夏の音楽会.ics", "download.ics"],
  ["концерт-у-реки-2.ics", "2.ics"],
  ["مهرجان-الربيع.ics", "download.ics"],
  ["attendees-秋の音楽祭-2026-11-22.csv", "attendees-2026-11-22.csv"],
  ["straßenfest-på-ærø.ics", "strassenfest-pa-aero.ics"],
  ["café-été-4.ics", "cafe-ete-4.ics"],
  ["50% of \"us\"; 'them'.csv", "50 of us them.csv"],
  ["夏", "download"],
])("%s, and in ASCII %s", (name, plain) => {
  expect(namesIn(attachment(name))).toEqual({ plain, full: name });
});

test("what would leave the folder, the line or the reading direction is replaced", () => {
  expect(namesIn(attachment("../a\\b\r\nX: 1\u202e.csv")).full).toBe("..-a-b-X: 1-.csv");
  expect(namesIn(attachment("\ud83d.csv")).full).toBe("\ufffd.csv");
});

test.each(["x", "夏", "щ", "𠮷", "ਸ਼ੀ", "👩‍👩‍👧"])(
  "a name of %s fits into 255 bytes, and none of its letters is torn",
  (letter) => {
    const { full, plain } = namesIn(attachment(`${letter.repeat(300)}.ics`));
    expect(byteLength(full)).toBeLessThanOrEqual(255);
    expect(byteLength(full)).toBeGreaterThan(200);
    expect(plain.length).toBeLessThanOrEqual(255);
    expect(full.slice(0, -4).replaceAll(letter, "")).toBe("");
    expect(toFileName(letter.repeat(300), ".ics")).toBe(full);
  },
);
