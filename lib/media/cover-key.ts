import { z } from "zod";

/** Widths of a cover's WebP files; each is 16:10, as it is drawn where there is no picture. */
export const coverWidths = [640, 1280, 1920] as const;
export const COVER_RATIO = 1.6;

/** What a share image shows of a cover, in the size it draws it; it cannot draw WebP. */
export const SHARE_FILE = "share.jpg";
export const shareTile = { width: 500, height: 630 };

/** The most that is taken, in bytes. */
export const MAX_COVER_BYTES = 8 * 1024 * 1024;

export const coverTypes = ["image/jpeg", "image/png", "image/webp", "image/avif"];

const KEY = "covers/[A-Za-z0-9_-]{22}";
const file = new RegExp(
  `^(${KEY})/(?:${[...coverWidths.map((width) => `${width}\\.webp`), "share\\.jpg"].join("|")})$`,
);

/** What an event's `coverImage` holds: the folder of its files. */
export const coverKey = z.string().regex(new RegExp(`^${KEY}$`));

export const coverFile = (base: string, width: (typeof coverWidths)[number]) => `${base}/${width}.webp`;

/** Every file of a cover. */
export const coverFiles = (key: string) => [
  ...coverWidths.map((width) => coverFile(key, width)),
  `${key}/${SHARE_FILE}`,
];

export const isCoverFile = (path: string) => file.test(path);

/** Where a browser finds the files of a cover when all it knows is the key: here, or by way of here. */
export const coverPath = (key: string) => `/media/${key}`;
