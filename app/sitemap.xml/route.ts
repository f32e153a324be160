import { countSitemapParts } from "@/lib/events/sitemap";
import { sitemapIndexXml } from "@/lib/events/sitemap-xml";
import { siteUrl } from "@/lib/site-url";
import { whenReachable } from "@/lib/when-reachable";

/** The index: one file for pages, and one for every ten thousand events. */
export const GET = whenReachable(async () => {
  const parts = Array.from({ length: await countSitemapParts() }, (_, part) => `/sitemaps/events-${part}.xml`);
  return new Response(sitemapIndexXml(siteUrl(), ["/sitemaps/pages.xml", ...parts]), {
    headers: { "Content-Type": "application/xml" },
  });
});
