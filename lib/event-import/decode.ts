export type Decoded = { ok: true; text: string; encoding: string } | { ok: false; code: "NOT_TEXT" };

function startsWith(bytes: Uint8Array, ...mark: number[]) {
  return mark.every((byte, index) => bytes[index] === byte);
}

function encodingOf(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xff, 0xfe)) return "utf-16le";
  if (startsWith(bytes, 0xfe, 0xff)) return "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    // What is not UTF-8 was most likely written by a spreadsheet on Windows.
    return mostlyUtf8(bytes) ? "utf-8" : "windows-1252";
  }
}

/** One broken byte in a file that is otherwise UTF-8 must not garble every other letter of it. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(bytes);
  let broken = 0;
  let fine = 0;
  for (const character of text) {
    if (character === "\uFFFD") broken += 1;
    else if (character > "\x7F") fine += 1;
  }
  return fine > broken;
}

/** 0x80 to 0x9F, where it differs from Latin 1; Node's own decoder takes the two for one. */
const windowsOnly = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ";

function fromWindows(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("latin1")
    .replace(/[\x80-\x9F]/g, (character) => windowsOnly[character.charCodeAt(0) - 0x80] ?? character);
}

/** The text of an uploaded file, by its byte order mark or its bytes. A picture or a spreadsheet's own format is no text. */
export function decodeFile(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  const text = encoding === "windows-1252" ? fromWindows(bytes) : new TextDecoder(encoding).decode(bytes);
  const start = text.slice(0, 4_000);
  const controls = [...start].filter((character) => character < "\t" || (character > "\r" && character < "\x1B"));
  if (controls.length > start.length / 50) return { ok: false, code: "NOT_TEXT" };
  // PostgreSQL stores no NUL.
  return { ok: true, text: text.replaceAll("\0", ""), encoding };
}
