import { ImageResponse } from "next/og";
import { SiteImage } from "@/components/site/site-image";
import { shareImageFonts } from "@/lib/events/share-image-assets";
import { siteImage } from "@/texts/site";

export const alt = siteImage.alt;
export const size = { width: 1200, height: 630 };
export const contentType = "image/png";

/** For pages without an image of their own. */
export default async function OpenGraphImage() {
  return new ImageResponse(<SiteImage />, { ...size, fonts: await shareImageFonts() });
}
