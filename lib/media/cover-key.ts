import { z } from "zod";

/** Widths of a cover's WebP files. All are 16:10, like the drawn covers. */
export const coverWidths = [640, 1280, 1920] as const;
export const COVER_RATIO = 1.6;

/** The part of a cover in a share image, which cannot draw WebP. */
export const SHARE_FILE = "share.jpg";
export const shareTile = { width: 500, height: 630 };

export const MAX_COVER_BYTES = 8 * 1024 * 1024;

export const coverTypes = ["image/jpeg", "image/png", "image/webp", "image/avif"];

const KEY = "covers/[A-Za-z0-9_-]{22}";
const file = new RegExp(
  `^(${KEY})/(?:${[...coverWidths.map((width) => `${width}\\.webp`), "share\\.jpg"].join("|")})$`,
);

/** An event's `coverImage`: the folder of its files. */
export const coverKey = z.string().regex(new RegExp(`^${KEY}$`));

export const coverFile = (base: string, width: (typeof coverWidths)[number]) => `${base}/${width}.webp`;

/** Every file of a cover. */
export const coverFiles = (key: string) => [
  ...coverWidths.map((width) => coverFile(key, width)),
  `${key}/${SHARE_FILE}`,
];

export const isCoverFile = (path: string) => file.test(path);

/** Serves the files of a cover, or redirects to their storage. */
export const coverPath = (key: string) => `/media/${key}`;
