import { countryCodeOf } from "./country-codes";
import { parseWebAddress, toOneLine } from "./text";

export type ParsedAddress = { venue: string; address: string; city: string; country: string };

const onlinePattern = /^https?:\/\/|\b(?:zoom|teams meeting|google meet|webex|webinar|online)\b/i;

/** "10115 Berlin", "Washington DC 20003": the city without its postal code. */
function cityIn(part: string): string | null {
  const before = /^(?:[A-Z]{1,2}-)?\d{4,6} ([\p{L}][\p{L} .'’-]{1,60})$/u.exec(part)?.[1];
  const behind = /^([\p{L}][\p{L} .'’-]{1,60}) \d{4,6}(?:-\d{4})?$/u.exec(part)?.[1];
  return before ?? behind ?? null;
}

/** Has a house number, or the word for a street. */
const isStreet = (part: string) =>
  /(?:^\d{1,5}[a-z]?\s|\s\d{1,5}[a-z]?$)/i.test(part) ||
  /\b(?:street|st\.?|road|rd\.?|avenue|ave\.?|lane|platz|rue|calle|via)\b|(?:straße|strasse|str\.)/i.test(part);

/** Splits a calendar's LOCATION into parts if possible; else all of it is the venue. */
export function parseAddress(text: string): ParsedAddress {
  const whole = toOneLine(text.slice(0, 2_000));
  const place: ParsedAddress = { venue: whole, address: "", city: "", country: "" };
  if (whole === "") return place;
  if (onlinePattern.test(whole)) return { ...place, venue: parseWebAddress(whole) ? "Online" : whole };
  const parts = text
    .slice(0, 2_000)
    .split(/[,\n;]/)
    .map(toOneLine)
    .filter(Boolean);
  if (parts.length < 2) return place;
  const country = countryOf(parts.at(-1) ?? "");
  const rest = country === null ? parts : parts.slice(0, -1);
  const [venue = whole, ...others] = rest;
  const last = others.at(-1);
  const coded = last === undefined ? null : cityIn(last);
  // Before a country, the last part is the city; without one it may be a hall or room.
  const city = coded ?? (country !== null && last !== undefined && !/\d/.test(last) ? last : "");
  const between = city === "" ? others : others.slice(0, -1);
  if (city === "" && country === null) {
    if (!others.some(isStreet)) return place;
    return { venue, address: others.join(", "), city: "", country: "" };
  }
  return { venue, address: between.join(", "), city, country: country ?? "" };
}

/** A country by its name. Two letters are more often a state, so codes don't count. */
function countryOf(part: string) {
  return part.length > 2 || part === "UK" ? countryCodeOf(part) : null;
}
