import sharp from "sharp";
import { COVER_RATIO, coverWidths, SHARE_FILE, shareTile } from "./cover-key";

// More than a phone's camera takes. Checked against the file's header, before the image is decoded.
const MAX_PIXELS = 64_000_000;
const MIN_WIDTH = 640;

export type CoverFile = { name: string; bytes: Uint8Array; contentType: string };
export type ProcessCoverResult =
  | { ok: true; files: CoverFile[] }
  | { ok: false; code: "NOT_A_PICTURE" | "TOO_MANY_PIXELS" | "TOO_SMALL" };

/** Checks the first bytes, so that uploads never reach the image library's other decoders. */
function isAcceptedFormat(bytes: Uint8Array) {
  const start = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  return (
    start.startsWith("\xff\xd8\xff") ||
    start.startsWith("\x89PNG\r\n\x1a\n") ||
    /^RIFF.{4}WEBP/s.test(start) ||
    /^.{4}ftyp(?:avif|avis|mif1)/s.test(start)
  );
}

const heightOf = (width: number) => Math.round(width / COVER_RATIO);

/** The middle of the first frame, upright and without metadata. */
function decodeImage(bytes: Uint8Array, width: number) {
  return sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error" })
    .autoOrient()
    .resize({ width, height: heightOf(width), fit: "cover" })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
}

/** Re-encodes an upload as the files of a cover, none wider than the upload allows. */
export async function processCover(bytes: Uint8Array): Promise<ProcessCoverResult> {
  if (!isAcceptedFormat(bytes)) return { ok: false, code: "NOT_A_PICTURE" };
  try {
    const { width, height, autoOrient: upright } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > MAX_PIXELS) return { ok: false, code: "TOO_MANY_PIXELS" };
    const widest = Math.floor(Math.min(upright.width, upright.height * COVER_RATIO));
    if (widest < MIN_WIDTH) return { ok: false, code: "TOO_SMALL" };

    const { data, info } = await decodeImage(bytes, Math.min(widest, Math.max(...coverWidths)));
    const resized = (size: { width: number; height: number }) => sharp(data, { raw: info }).resize(size);
    const files = coverWidths.map(async (wanted) => {
      const size = Math.min(wanted, info.width);
      const bytes = await resized({ width: size, height: heightOf(size) })
        .webp({ quality: 80 })
        .toBuffer();
      return { name: `${wanted}.webp`, bytes, contentType: "image/webp" };
    });
    const share = {
      name: SHARE_FILE,
      bytes: await resized(shareTile).jpeg({ quality: 82 }).toBuffer(),
      contentType: "image/jpeg",
    };
    return { ok: true, files: [...(await Promise.all(files)), share] };
  } catch {
    // Truncated, damaged, or another format behind valid first bytes.
    return { ok: false, code: "NOT_A_PICTURE" };
  }
}
