import type { MetadataRoute } from "next";
import { getEvent } from "@/lib/events/queries";
import { manifestIcons } from "@/lib/manifest-icons";
import { defineRoute } from "@/lib/requests/define-route";

/** Makes one event's door an app on the home screen. Everybody may read it: it names what is public. */
export const GET = defineRoute("/organize/events/[slug]/check-in/manifest.webmanifest", {
  run: async ({ params: { slug } }) => {
    const event = await getEvent(slug);
    const page = `/organize/events/${encodeURIComponent(slug)}/check-in`;
    const manifest: MetadataRoute.Manifest = {
      id: page,
      name: event ? `Check-in: ${event.name}` : "Quorix check-in",
      short_name: "Check-in",
      description: "Scan tickets at the door, with or without a network.",
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
