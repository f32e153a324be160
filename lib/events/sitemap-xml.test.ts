import { expect, test } from "vitest";
import { toSitemapIndexXml, toSitemapXml } from "./sitemap-xml";

test("addresses are absolute and escaped", () => {
  const xml = toSitemapXml("https://quorix.test", [
    { path: "/" },
    { path: "/events/rock-&-roll-東京", changedAt: "2026-11-22T00:00:00.000Z" },
  ]);
  expect(xml).toContain("<url><loc>https://quorix.test/</loc></url>");
  expect(xml).toContain(
    "<loc>https://quorix.test/events/rock-&amp;-roll-%E6%9D%B1%E4%BA%AC</loc><lastmod>2026-11-22T00:00:00.000Z</lastmod>",
  );
});

test("the index names the files", () => {
  expect(toSitemapIndexXml("https://quorix.test", ["/sitemaps/pages.xml", "/sitemaps/events-0.xml"])).toContain(
    "<sitemap><loc>https://quorix.test/sitemaps/pages.xml</loc></sitemap>\n<sitemap><loc>https://quorix.test/sitemaps/events-0.xml</loc></sitemap>",
  );
});
