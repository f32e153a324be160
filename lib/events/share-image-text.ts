/**
 * What the share image's two fonts can draw for certain: Latin letters and everyday punctuation. For anything else
 * the image library would fetch a font from the internet, so text with anything else is left out of the picture.
 */
const extended =
  "ĀāĂăĄąĆćĊċČčĎďĐđĒēĖėĘęĚěĞğĠġĢģĦħĨĩĪīĮįİıĲĳĶķĹĺĻļĽľŁłŃńŅņŇňŊŋŌōŐőŒœŔŕŖŗŘřŚśŞşŠšŤťŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽž";
const drawable = new RegExp(`^[ -~\\u00a1-\\u00a3\\u00a5-\\u00ac\\u00ae-\\u00ff${extended}–—‘’‚“”„•…€]+$`);

/** The text with spaces made plain, or null where part of it could not be drawn. */
export function drawableText(text: string) {
  const plain = text.normalize("NFC").replace(/\s+/g, " ").trim();
  return drawable.test(plain) ? plain : null;
}
