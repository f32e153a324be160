import { notFound } from "next/navigation";
import { countSitemapParts, eventSitemapPart, pagesSitemap } from "@/lib/events/sitemap";
import { toSitemapXml } from "@/lib/events/sitemap-xml";
import { defineRoute } from "@/lib/requests/define-route";
import { siteUrl } from "@/lib/site-url";

async function getSitemapEntries(name: string) {
  if (name === "pages.xml") return pagesSitemap();
  const part = Number(/^events-(\d{1,6})\.xml$/.exec(name)?.[1] ?? Number.NaN);
  if (!(part < (await countSitemapParts()))) notFound();
  return eventSitemapPart(part);
}

export const GET = defineRoute("/sitemaps/[part]", {
  run: async ({ params: { part } }) => {
    const entries = await getSitemapEntries(part);
    return new Response(toSitemapXml(siteUrl(), entries), { headers: { "Content-Type": "application/xml" } });
  },
});
