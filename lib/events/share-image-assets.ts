import { readFile } from "node:fs/promises";
import { join } from "node:path";

const files = join(process.cwd(), "node_modules/@fontsource");

const load = (path: string) => readFile(join(files, path));

/** The site's two families in the one format the image library reads. */
export async function shareImageFonts() {
  const [display, displayExtended, text, textExtended] = await Promise.all([
    load("bricolage-grotesque/files/bricolage-grotesque-latin-700-normal.woff"),
    load("bricolage-grotesque/files/bricolage-grotesque-latin-ext-700-normal.woff"),
    load("instrument-sans/files/instrument-sans-latin-600-normal.woff"),
    load("instrument-sans/files/instrument-sans-latin-ext-600-normal.woff"),
  ]);
  // Each file has its own name: of two with the same name and weight, only one would be used.
  return [
    { name: "Display", data: display },
    { name: "Display extended", data: displayExtended },
    { name: "Text", data: text },
    { name: "Text extended", data: textExtended },
  ];
}

/**
 * The characters that both fonts of the share image have. For any other, the image library would fetch a font from the
 * internet, so text with another character is left out.
 */
const extendedLetters =
  "ĀāĂăĄąĆćĊċČčĎďĐđĒēĖėĘęĚěĞğĠġĢģĦħĨĩĪīĮįİıĲĳĶķĹĺĻļĽľŁłŃńŅņŇňŊŋŌōŐőŒœŔŕŖŗŘřŚśŞşŠšŤťŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽž";
const drawable = new RegExp(`^[ -~\\u00a1-\\u00a3\\u00a5-\\u00ac\\u00ae-\\u00ff${extendedLetters}–—‘’‚“”„•…€]+$`);

/** The text with normalised spaces, or null if part of it can't be drawn. */
export function drawableText(text: string) {
  const plain = text.normalize("NFC").replace(/\s+/g, " ").trim();
  return drawable.test(plain) ? plain : null;
}
