import { countSitemapParts } from "@/lib/events/sitemap";
import { toSitemapIndexXml } from "@/lib/events/sitemap-xml";
import { defineRoute } from "@/lib/requests/define-route";
import { siteUrl } from "@/lib/site-url";

/** The index: a file for pages, and a file for every ten thousand events. */
export const GET = defineRoute("/sitemap.xml", {
  run: async () => {
    const parts = Array.from({ length: await countSitemapParts() }, (_, part) => `/sitemaps/events-${part}.xml`);
    return new Response(toSitemapIndexXml(siteUrl(), ["/sitemaps/pages.xml", ...parts]), {
      headers: { "Content-Type": "application/xml" },
    });
  },
});
