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
  // One name per file: of two files with the same name and weight, only one would be looked into.
  return [
    { name: "Display", data: display },
    { name: "Display extended", data: displayExtended },
    { name: "Text", data: text },
    { name: "Text extended", data: textExtended },
  ];
}

/**
 * What the share image's two fonts can draw for certain: Latin letters and everyday punctuation. For anything else
 * the image library would fetch a font from the internet, so text with anything else is left out of the picture.
 */
const extendedLetters =
  "ĀāĂăĄąĆćĊċČčĎďĐđĒēĖėĘęĚěĞğĠġĢģĦħĨĩĪīĮįİıĲĳĶķĹĺĻļĽľŁłŃńŅņŇňŊŋŌōŐőŒœŔŕŖŗŘřŚśŞşŠšŤťŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽž";
const drawable = new RegExp(`^[ -~\\u00a1-\\u00a3\\u00a5-\\u00ac\\u00ae-\\u00ff${extendedLetters}–—‘’‚“”„•…€]+$`);

/** The text with spaces made plain, or null where part of it could not be drawn. */
export function drawableText(text: string) {
  const plain = text.normalize("NFC").replace(/\s+/g, " ").trim();
  return drawable.test(plain) ? plain : null;
}
