import { notFound } from "next/navigation";
import { ImageResponse } from "next/og";
import { ShareImage, shareImageSize } from "@/components/events/share-image";
import { getEvent } from "@/lib/events/queries";
import { shareImageFonts } from "@/lib/events/share-image-fonts";
import { shareCover } from "@/lib/media/covers";

export const alt = "The event's cover, with its name, date and place";
export const size = shareImageSize;
export const contentType = "image/png";

export default async function OpenGraphImage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const event = await getEvent(slug);
  if (!event) notFound();
  return new ImageResponse(<ShareImage event={event} cover={await shareCover(event.coverImage)} />, {
    ...size,
    fonts: await shareImageFonts(),
    headers: { "Cache-Control": "public, max-age=3600, stale-while-revalidate=86400" },
  });
}
