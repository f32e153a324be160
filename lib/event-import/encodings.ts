import { z } from "zod";

/** How files were written before Unicode, and what such a file is called. All of them are names of TextDecoder. */
export const encodingLabels = {
  "windows-1252": "Western European (Windows)",
  "windows-1250": "Central European (Windows)",
  "windows-1251": "Cyrillic (Windows)",
  "windows-1254": "Turkish (Windows)",
  "windows-1253": "Greek (Windows)",
  "windows-1257": "Baltic (Windows)",
  "windows-1255": "Hebrew (Windows)",
  "windows-1256": "Arabic (Windows)",
  "windows-1258": "Vietnamese (Windows)",
  "windows-874": "Thai (Windows)",
  shift_jis: "Japanese (Shift JIS)",
  "euc-jp": "Japanese (EUC)",
  "euc-kr": "Korean (EUC)",
  gb18030: "Chinese, simplified (GB 18030)",
  big5: "Chinese, traditional (Big5)",
  "koi8-r": "Cyrillic (KOI8-R)",
  "koi8-u": "Ukrainian (KOI8-U)",
  ibm866: "Cyrillic (DOS)",
  "iso-8859-2": "Central European (ISO 8859-2)",
  "iso-8859-5": "Cyrillic (ISO 8859-5)",
  "iso-8859-15": "Western European (ISO 8859-15)",
  macintosh: "Western European (Mac)",
  "x-mac-cyrillic": "Cyrillic (Mac)",
} as const;

export type Encoding = keyof typeof encodingLabels;

export const encodings = Object.keys(encodingLabels) as [Encoding, ...Encoding[]];

export const encodingSchema = z.enum(encodings);

/** 0x80 to 0x9F, where it differs from Latin 1; Node's own decoder takes the two for one. */
const windowsOnly = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ";

function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("latin1")
    .replace(/[\x80-\x9F]/g, (character) => windowsOnly[character.charCodeAt(0) - 0x80] ?? character);
}

export function decodeAs(bytes: Uint8Array, encoding: Encoding): string {
  return encoding === "windows-1252" ? decodeWindows1252(bytes) : new TextDecoder(encoding).decode(bytes);
}
