import { transliterate } from "@/lib/text/transliterate";
import { byteLength, truncateTo } from "./truncate";

/** The limit of common file systems. */
const MAX_BYTES = 255;

/** A file name from a name in any script and an ending such as ".ics". The name is cut if both are too long. */
export function toFileName(name: string, ending: string): string {
  const stem = name.toWellFormed().replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069/\\]+/gu, "-");
  return `${truncateTo(stem, MAX_BYTES - byteLength(ending), byteLength) || "download"}${ending}`;
}

/** Has the browser save the response under this name. The only place that writes this header. */
export const attachmentHeader = (name: string) => ({ "Content-Disposition": attachment(name) });

/** The name in any script (RFC 6266 with RFC 5987's encoding), and in ASCII for old clients. */
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
