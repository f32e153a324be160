import { parseAmount } from "@/lib/event-editing/amount";
import type { EventForm } from "@/lib/event-editing/schema";
import { newTicketTypeCode } from "@/lib/inventory/codes";
import { importedTexts } from "@/texts/import";
import { problemTexts } from "@/texts/import-problems";
import { categoryOf } from "./category-of";
import { countryCodeOf } from "./country-codes";
import { maxLengths } from "./limits";
import type { ImportDefaults } from "./options";
import { readPrice } from "./price";
import type { FormContext, RawEventData, ReportNote } from "./raw-event";
import { normalizeParagraphs, parseWebAddress, toOneLine, truncateText } from "./text";
import { parseYesNo } from "./whole-days";

const isOnline = (cell: string) => parseYesNo(cell) === true || /^(?:online|virtual)$/i.test(cell.trim());

function fitField(data: RawEventData, field: keyof typeof maxLengths, note: ReportNote): string {
  const text = field === "description" ? normalizeParagraphs(data[field]) : toOneLine(data[field]);
  if (text.includes("\uFFFD")) note(field, text, problemTexts.unreadableLetter);
  const most = maxLengths[field];
  if (text.length > most) note(field, text, problemTexts.shortened(most.toLocaleString("en-GB")));
  return truncateText(text, most);
}

const unlistedProblems = { category: problemTexts.unknownCategory, country: problemTexts.unknownCountry };

function matchListed<Value extends string>(
  data: RawEventData,
  field: "category" | "country",
  find: (text: string) => Value | null,
  fallback: Value,
  note: ReportNote,
): Value {
  const text = toOneLine(data[field]);
  if (text === "") return fallback;
  const found = find(text);
  if (found === null) note(field, text, unlistedProblems[field]);
  return found ?? fallback;
}

function readCapacity(data: RawEventData, defaults: ImportDefaults, note: ReportNote) {
  const text = toOneLine(data.capacity);
  if (text === "") return defaults.capacity;
  const plain = text.replace(/(\d)[,.' ](?=\d{3}(?!\d))/g, "$1");
  if (/^\d{1,7}$/.test(plain) && Number(plain) >= 1 && Number(plain) <= 1_000_000) return String(Number(plain));
  note("capacity", text, problemTexts.capacity);
  return defaults.capacity;
}

function toTicketTypes(price: string, currency: string): EventForm["ticketTypes"] {
  if (price === "" || parseAmount(price, currency) === null) return [];
  const empty = { description: "", quota: "", salesStartAt: "", salesEndAt: "" };
  return [{ ...empty, code: newTicketTypeCode(), name: importedTexts.ticketType, price }];
}

/** The editor's form of an event: the file's values, else the defaults, within the editor's limits. */
export function toImportForm(
  data: RawEventData,
  context: FormContext,
): Omit<Partial<EventForm>, "startsAt" | "endsAt" | "timeZone"> & { name: string } {
  const { note, options } = context;
  const { defaults } = options;
  const country = matchListed(data, "country", countryCodeOf, "", note);
  const { currency, price } = readPrice(data, country, context);
  const address = parseWebAddress(data.url);
  if (data.url.trim() !== "" && !address) note("url", data.url, problemTexts.url);
  const text = fitField(data, "description", note);
  const link = address && !text.includes(address) ? importedTexts.website(address) : "";
  const whole = [text, link].filter(Boolean).join("\n\n");
  return {
    name: fitField(data, "name", note),
    summary: fitField(data, "summary", note),
    description: whole.length > maxLengths.description ? text : whole,
    category: matchListed(data, "category", categoryOf, defaults.category, note),
    venue: fitField(data, "venue", note) || (isOnline(data.online) ? importedTexts.online : defaults.venue),
    address: fitField(data, "address", note),
    city: fitField(data, "city", note) || defaults.city,
    country: country || defaults.country,
    currency,
    capacity: readCapacity(data, defaults, note),
    ticketTypes: toTicketTypes(price, currency),
  };
}
