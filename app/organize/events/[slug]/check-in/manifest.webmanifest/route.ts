import type { MetadataRoute } from "next";
import { getEvent } from "@/lib/events/queries";
import { manifestIcons } from "@/lib/manifest-icons";
import { defineRoute } from "@/lib/requests/define-route";
import { checkInManifest } from "@/texts/check-in";

/** Makes one event's check-in page an app. It needs no session, as it holds only public data. */
export const GET = defineRoute("/organize/events/[slug]/check-in/manifest.webmanifest", {
  run: async ({ params: { slug } }) => {
    const event = await getEvent(slug);
    const page = `/organize/events/${encodeURIComponent(slug)}/check-in`;
    const manifest: MetadataRoute.Manifest = {
      id: page,
      name: event ? checkInManifest.name(event.name) : checkInManifest.nameWithoutEvent,
      short_name: checkInManifest.shortName,
      description: checkInManifest.description,
      start_url: page,
      scope: page,
      display: "standalone",
      background_color: "#0e120f",
      theme_color: "#0f5238",
      icons: manifestIcons,
    };
    return Response.json(manifest, { headers: { "Content-Type": "application/manifest+json" } });
  },
});
