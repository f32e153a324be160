import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { reservedSlugs } from "./slug-from";

/** Where a route answers: without groups, such as "(site)", and without the file. */
const addressOf = (file: string) => file.split("/").filter((part) => !/^\(.*\)$/.test(part));

/** The words that an address has in the place of a slug. */
function wordsBesideSlugs(files: string[]): string[] {
  const routes = files.map(addressOf);
  const places = new Set(routes.flatMap((parts) => (parts.includes("[slug]") ? [before(parts)] : [])));
  return [...new Set(routes.flatMap((parts) => parts.flatMap((part, at) => (stands(parts, at) ? [part] : []))))];

  function before(parts: string[]) {
    return parts.slice(0, parts.indexOf("[slug]")).join("/");
  }
  function stands(parts: string[], at: number) {
    return at < parts.length - 1 && parts[at] !== "[slug]" && places.has(parts.slice(0, at).join("/"));
  }
}

test("no folder beside a [slug] may be a slug", () => {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) =>
    /\/(page|route)\.tsx?$/.test(file),
  );
  expect(files.filter((file) => file.includes("[slug]")).length).toBeGreaterThan(30);
  expect(wordsBesideSlugs(files).filter((word) => !reservedSlugs.has(word))).toEqual([]);
});

test("finds them", () => {
  const files = ["app/(site)/events/[slug]/page.tsx", "app/(other)/events/past/page.tsx", "app/events/page.tsx"];
  expect(wordsBesideSlugs(files)).toEqual(["past"]);
});
