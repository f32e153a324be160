const LONGEST = 75;

/** Folds the lines of a calendar file at 75 octets, as RFC 5545 counts them, and never inside a character. */
export function foldLines(file: string): string {
  return unfolded(file).split("\r\n").map(folded).join("\r\n");
}

const unfolded = (file: string) => file.replace(/\r\n[ \t]/g, "");

function folded(line: string): string {
  let text = "";
  let octets = 0;
  for (const character of line) {
    const length = Buffer.byteLength(character);
    if (octets + length > LONGEST) {
      text += "\r\n ";
      octets = 1;
    }
    text += character;
    octets += length;
  }
  return text;
}
