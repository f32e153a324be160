import { parseAmount } from "@/lib/event-editing/amount";
import type { EventForm } from "@/lib/event-editing/schema";
import { newTicketTypeCode } from "@/lib/inventory/codes";
import { categoryOf } from "./category-of";
import { countryCodeOf } from "./country-codes";
import { maxLengths } from "./limits";
import type { ImportDefaults } from "./options";
import { readPrice } from "./price";
import type { FormContext, RawEventData, ReportNote } from "./raw-event";
import { normalizeParagraphs, parseWebAddress, toOneLine, truncateText } from "./text";
import { parseYesNo } from "./whole-days";

const isOnline = (cell: string) => parseYesNo(cell) === true || /^(?:online|virtual)$/i.test(cell.trim());

function fitField(facts: RawEventData, field: keyof typeof maxLengths, note: ReportNote): string {
  const text = field === "description" ? normalizeParagraphs(facts[field]) : toOneLine(facts[field]);
  if (text.includes("\uFFFD"))
    note(field, text, "It holds a letter that cannot be read.", "Correct it in the file, or in the draft.");
  const most = maxLengths[field];
  if (text.length > most)
    note(
      field,
      text,
      `Longer than ${most.toLocaleString("en")} characters, so it is shortened.`,
      "Shorten it in the file, or edit the draft.",
    );
  return truncateText(text, most);
}

function matchListed<Value extends string>(
  facts: RawEventData,
  field: "category" | "country",
  find: (text: string) => Value | null,
  fallback: Value,
  note: ReportNote,
): Value {
  const text = toOneLine(facts[field]);
  if (text === "") return fallback;
  const found = find(text);
  if (found === null) note(field, text, `Not a ${field} we know, so the default is taken.`, "Choose it in the draft.");
  return found ?? fallback;
}

function readCapacity(facts: RawEventData, defaults: ImportDefaults, note: ReportNote) {
  const text = toOneLine(facts.capacity);
  if (text === "") return defaults.capacity;
  const plain = text.replace(/(\d)[,.' ](?=\d{3}(?!\d))/g, "$1");
  if (/^\d{1,7}$/.test(plain) && Number(plain) >= 1 && Number(plain) <= 1_000_000) return String(Number(plain));
  note(
    "capacity",
    text,
    "Not a whole number from 1 to 1,000,000, so the default is taken.",
    "Correct it in the draft.",
  );
  return defaults.capacity;
}

function toTicketTypes(price: string, currency: string): EventForm["ticketTypes"] {
  if (price === "" || parseAmount(price, currency) === null) return [];
  const empty = { description: "", quota: "", salesStartAt: "", salesEndAt: "" };
  return [{ ...empty, code: newTicketTypeCode(), name: "Admission", price }];
}

/** The editor's values for an event: what the file says, else the defaults, within what the editor takes. */
export function toImportForm(
  facts: RawEventData,
  context: FormContext,
): Omit<Partial<EventForm>, "startsAt" | "endsAt" | "timeZone"> & { name: string } {
  const { note, options } = context;
  const { defaults } = options;
  const country = matchListed(facts, "country", countryCodeOf, "", note);
  const { currency, price } = readPrice(facts, country, context);
  const address = parseWebAddress(facts.url);
  if (facts.url.trim() !== "" && !address)
    note(
      "url",
      facts.url,
      "Not an address of the web, so it is left out.",
      "Write an address such as https://example.com.",
    );
  const text = fitField(facts, "description", note);
  const link = address && !text.includes(address) ? `Website: <${address}>` : "";
  const whole = [text, link].filter(Boolean).join("\n\n");
  return {
    name: fitField(facts, "name", note),
    summary: fitField(facts, "summary", note),
    description: whole.length > maxLengths.description ? text : whole,
    category: matchListed(facts, "category", categoryOf, defaults.category, note),
    venue: fitField(facts, "venue", note) || (isOnline(facts.online) ? "Online" : defaults.venue),
    address: fitField(facts, "address", note),
    city: fitField(facts, "city", note) || defaults.city,
    country: country || defaults.country,
    currency,
    capacity: readCapacity(facts, defaults, note),
    ticketTypes: toTicketTypes(price, currency),
  };
}
