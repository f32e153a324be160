import type { SitemapEntry } from "./sitemap";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };
const escapeXml = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? "");
const location = (origin: string, path: string) => `<loc>${escapeXml(encodeURI(origin + path))}</loc>`;
const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

export function toSitemapIndexXml(origin: string, paths: string[]) {
  const parts = paths.map((path) => `<sitemap>${location(origin, path)}</sitemap>`);
  return `${HEAD}<sitemapindex xmlns="${NAMESPACE}">${parts.join("\n")}</sitemapindex>`;
}

export function toSitemapXml(origin: string, entries: SitemapEntry[]) {
  const urls = entries.map(
    ({ path, changedAt }) =>
      `<url>${location(origin, path)}${changedAt ? `<lastmod>${changedAt}</lastmod>` : ""}</url>`,
  );
  return `${HEAD}<urlset xmlns="${NAMESPACE}">${urls.join("\n")}</urlset>`;
}
