import { expect, test } from "vitest";
import { coverArt, coverSvg } from "./cover-art";
import { compositions } from "./cover-compositions";

const slugs = Array.from({ length: 500 }, (_, index) => `event-${index}`);

test("a slug has one cover, whenever and wherever it is drawn", () => {
  expect(coverArt("tokyo-jazz-night")).toEqual(coverArt("tokyo-jazz-night"));
  expect(coverSvg("tokyo-jazz-night", 320, 200)).toMatchInlineSnapshot(
    `"<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200" viewBox="0.00 0.00 160.00 100.00"><rect width="160" height="100" fill="#d94f3d"/><path d="M-3.4 0a16.7 16.7 0 0 0 33.4 0zM30 33.4V0l33.4 33.4zM96.8 33.4h33.4a33.4 33.4 0 0 1 -33.4 33.4zM-3.4 66.8a16.7 16.7 0 0 0 33.4 0zM30 100.2V66.8l33.4 33.4zM135.8 83.5a11.1 11.1 0 1 0 22.2 0a11.1 11.1 0 1 0 -22.2 0z" fill="#ffd166"/><path d="M63.4 0a16.7 16.7 0 0 0 33.4 0zM102.4 16.7a11.1 11.1 0 1 0 22.2 0a11.1 11.1 0 1 0 -22.2 0zM63.4 66.8a16.7 16.7 0 0 1 33.4 0zM130.2 66.8a16.7 16.7 0 0 1 33.4 0z" fill="#402039"/><path d="M130.2 33.4V0l33.4 33.4z" fill="#ffeeda"/><path d="M30 66.8V33.4l33.4 33.4zM63.4 66.8h33.4a33.4 33.4 0 0 1 -33.4 33.4z" fill="#f07a62"/></svg>"`,
  );
});

test("covers differ", () => {
  expect(new Set(slugs.map((slug) => coverSvg(slug, 160, 100))).size).toBe(slugs.length);
});

test("every cover is small, and every line in it is a number of units long", () => {
  for (const slug of slugs) {
    expect(coverSvg(slug, 160, 100).length).toBeLessThan(2_000);
    for (const { d } of coverArt(slug).shapes) expect(d).toMatch(/^M[MLHVCSAZhvlaz\d\s.-]+$/);
  }
});

test("covers come in many compositions", () => {
  const looks = new Set(
    slugs.map((slug) =>
      coverArt(slug)
        .shapes.map((shape) => shape.d.replace(/[\d.-]+/g, ""))
        .join(),
    ),
  );
  expect(looks.size).toBeGreaterThan(compositions.length);
});
