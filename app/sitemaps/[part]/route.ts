import { notFound } from "next/navigation";
import { countSitemapParts, eventSitemapPart, pagesSitemap } from "@/lib/events/sitemap";
import { sitemapXml } from "@/lib/events/sitemap-xml";
import { routeParams } from "@/lib/names/route-params";
import { siteUrl } from "@/lib/site-url";
import { whenReachable } from "@/lib/when-reachable";

async function entriesOf(name: string) {
  if (name === "pages.xml") return pagesSitemap();
  const part = Number(/^events-(\d{1,6})\.xml$/.exec(name)?.[1] ?? Number.NaN);
  if (!(part < (await countSitemapParts()))) notFound();
  return eventSitemapPart(part);
}

export const GET = whenReachable(async (_request: Request, { params }: RouteContext<"/sitemaps/[part]">) => {
  const entries = await entriesOf((await routeParams(params)).part);
  return new Response(sitemapXml(siteUrl(), entries), { headers: { "Content-Type": "application/xml" } });
});
