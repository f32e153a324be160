/** One line without invisible characters. */
export function toOneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .replace(/[\p{Co}\p{Cn}\p{Surrogate}]/gu, "\uFFFD")
    .trim();
}

/** Paragraphs with uniform line breaks and without other invisible characters. */
export function normalizeParagraphs(text: string): string {
  return (
    text
      .replace(/\r\n?|[\u2028\u2029\v\f]/g, "\n")
      .replace(/[^\P{Cc}\n\t]/gu, "")
      .replace(/[\p{Co}\p{Cn}\p{Surrogate}]/gu, "\uFFFD")
      // Two trailing spaces make a line break in Markdown.
      .replace(/[ \t]{1,200}\n/g, (end) => (end === "  \n" ? end : "\n"))
      .replace(/\n{3,}/g, "\n\n")
      .trim()
  );
}

/** Truncates to the length that text fields count, at a word boundary if possible, never inside a character. */
export function truncateText(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text
    .slice(0, most - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, "");
  const space = cut.lastIndexOf(" ");
  return `${(space > most * 0.6 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** A web address, with or without its scheme. */
export function parseWebAddress(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed.length > 2_000 || /[\s<>"]/.test(trimmed) || !trimmed.includes(".")) return null;
  const address = /^https?:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  try {
    const url = new URL(address);
    return /^https?:$/.test(url.protocol) && url.username === "" ? url.href : null;
  } catch {
    return null;
  }
}
