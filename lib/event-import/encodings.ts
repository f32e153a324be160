import { z } from "zod";
import { encodingLabels } from "@/texts/import-problems";

/** Encodings from before Unicode, by their names in TextDecoder. */
export type Encoding = keyof typeof encodingLabels;

export const encodings = Object.keys(encodingLabels) as [Encoding, ...Encoding[]];

export const encodingSchema = z.enum(encodings);

/** The characters of 0x80 to 0x9F, where windows-1252 differs from Latin 1; Node's decoder treats both as Latin 1. */
const windowsOnly = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ";

function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("latin1")
    .replace(/[\x80-\x9F]/g, (character) => windowsOnly[character.charCodeAt(0) - 0x80] ?? character);
}

export function decodeAs(bytes: Uint8Array, encoding: Encoding): string {
  return encoding === "windows-1252" ? decodeWindows1252(bytes) : new TextDecoder(encoding).decode(bytes);
}
