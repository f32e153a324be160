import { encodingLabels } from "@/texts/import-problems";
import { decodeAs, type Encoding } from "./encodings";
import { rankEncodings } from "./guess-encoding";
import type { EncodingQuestion } from "./questions";

export type DecodeResult =
  | {
      ok: true;
      text: string;
      encoding: string /** Set for files that are not Unicode. */;
      question: EncodingQuestion | null;
    }
  | { ok: false; code: "NOT_TEXT" };

function startsWith(bytes: Uint8Array, ...mark: number[]) {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** Detects certain encodings: byte order marks, the zeros of UTF-16, Japanese escape sequences, or valid UTF-8. */
function certainEncoding(bytes: Uint8Array): string | null {
  if (startsWith(bytes, 0xff, 0xfe)) return "utf-16le";
  if (startsWith(bytes, 0xfe, 0xff)) return "utf-16be";
  const zeros = [0, 0];
  const start = bytes.subarray(0, 4_000);
  for (const [index, byte] of start.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = start.length / 10;
  if (odd > many && even < odd / 20) return "utf-16le";
  if (even > many && odd < even / 20) return "utf-16be";
  const latin = Buffer.from(start).toString("latin1");
  if (["\x1B$B", "\x1B$@"].some((sequence) => latin.includes(sequence))) return "iso-2022-jp";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return isMostlyUtf8(bytes) ? "utf-8" : null;
  }
}

/** A few broken bytes must not garble a file that is otherwise UTF-8. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(bytes);
  let broken = 0;
  let fine = 0;
  for (const character of text) {
    if (character === "\uFFFD") broken += 1;
    else if (character > "\x7F") fine += 1;
  }
  return fine > broken;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SAMPLE_BYTES = 8_000;
const SAMPLES = 3;
const SAMPLE_CHARACTERS = 100;

/** The lines that differ between encodings. */
function distinguishingLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let size = 0;
  for (let from = 0; from < bytes.length && size < SAMPLE_BYTES; ) {
    let to = from;
    while (to < bytes.length && bytes[to] !== LINE_FEED && bytes[to] !== CARRIAGE_RETURN) to += 1;
    const line = bytes.subarray(from, Math.min(to, from + SAMPLE_BYTES));
    if (line.some((byte) => byte > 0x7f)) {
      lines.push(Buffer.concat([line, Uint8Array.of(LINE_FEED)]));
      size += line.length;
    }
    from = to + 1;
  }
  return lines;
}

function samplesOf(text: string): string[] {
  const lines = text.split("\n").filter(Boolean);
  return lines.slice(0, SAMPLES).map((line) => [...line.replace(/\s+/g, " ")].slice(0, SAMPLE_CHARACTERS).join(""));
}

/** The possible encodings with distinct results, the likeliest first, with sample lines. */
function toEncodingQuestion(bytes: Uint8Array, answer: Encoding | null): EncodingQuestion & { chosen: Encoding } {
  const lines = distinguishingLines(bytes);
  const telling = Buffer.concat(lines);
  const seen = new Set<string>();
  const choices = rankEncodings(lines).flatMap((encoding) => {
    const text = decodeAs(telling, encoding);
    if (seen.has(text) && encoding !== answer) return [];
    seen.add(text);
    return [{ encoding, label: encodingLabels[encoding], samples: samplesOf(text.toWellFormed()) }];
  });
  const [guess] = choices;
  return { chosen: answer ?? guess?.encoding ?? "windows-1252", isConfirmed: answer !== null, choices };
}

/**
 * Decodes an uploaded file. If it is not Unicode, the organizer's choice of encoding is used, else the likeliest one with
 * a question. Binary formats such as pictures and spreadsheets are refused.
 */
export function decodeFile(bytes: Uint8Array, answer: Encoding | null): DecodeResult {
  const certain = certainEncoding(bytes);
  const question = certain === null ? toEncodingQuestion(bytes, answer) : null;
  const text = question ? decodeAs(bytes, question.chosen) : new TextDecoder(certain ?? "utf-8").decode(bytes);
  const start = text.slice(0, 4_000);
  const controls = [...start].filter((character) => character < "\t" || (character > "\r" && character < "\x1B"));
  if (controls.length > start.length / 50) return { ok: false, code: "NOT_TEXT" };
  // PostgreSQL stores no NUL.
  return { ok: true, text: text.replaceAll("\0", ""), encoding: certain ?? question?.chosen ?? "utf-8", question };
}
