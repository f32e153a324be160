import { ImageResponse } from "next/og";
import { ShareImage, shareImageSize } from "@/components/events/share-image";
import { getEvent } from "@/lib/events/queries";
import { shareImageFonts } from "@/lib/events/share-image-assets";
import { readShareCover } from "@/lib/media/covers";
import { defineRoute } from "@/lib/requests/define-route";

/** The image of shared links. A route handler, as its address has to be known for JSON-LD. */
export const GET = defineRoute("/events/[slug]/share-image", {
  run: async ({ params: { slug } }) => {
    const event = await getEvent(slug);
    if (!event) return new Response(null, { status: 404 });
    return new ImageResponse(<ShareImage event={event} cover={await readShareCover(event.coverImage)} />, {
      ...shareImageSize,
      fonts: await shareImageFonts(),
      headers: { "Cache-Control": "public, max-age=3600, stale-while-revalidate=86400" },
    });
  },
});
