import { transliterate } from "@/lib/text/transliterate";
import { byteLength, truncateTo } from "./truncate";

/** What file systems take. */
const MOST_BYTES = 255;

/** A file's name from a name in any script and an ending such as ".ics": the name is cut where both are too long. */
export function toFileName(name: string, ending: string): string {
  const stem = name.toWellFormed().replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069/\\]+/gu, "-");
  return `${truncateTo(stem, MOST_BYTES - byteLength(ending), byteLength) || "download"}${ending}`;
}

/** The header that has a browser save an answer under this name. Nothing else writes it. */
export const attachmentHeader = (name: string) => ({ "Content-Disposition": attachment(name) });

/** A name in any script (RFC 6266 with RFC 5987's encoding), and once more in ASCII, for what reads only that. */
export function attachment(name: string): string {
  const [, stem = "", ending = ""] = /^(.*?)(\.\w{1,8})?$/su.exec(name) ?? [];
  const full = toFileName(stem, ending);
  const plain = transliterate(full.slice(0, full.length - ending.length))
    .replace(/[^\w. -]+/g, "")
    .replace(/-{2,}/g, "-")
    .replace(/^[-. ]+|[-. ]+$/g, "");
  const encoded = encodeURIComponent(full).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain || "download"}${ending}"; filename*=UTF-8''${encoded}`;
}
