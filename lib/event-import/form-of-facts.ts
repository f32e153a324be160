import { parseAmount } from "@/lib/event-editing/amount";
import type { EventForm } from "@/lib/event-editing/schema";
import { newTicketTypeCode } from "@/lib/inventory/codes";
import { categoryOf } from "./category-of";
import { countryCodeOf } from "./country-codes";
import type { FactContext, Facts, Note } from "./facts";
import { longest } from "./limits";
import type { ImportDefaults } from "./options";
import { priceOf } from "./price";
import { oneLine, paragraphs, shortened, webAddress } from "./text";
import { yesOrNo } from "./whole-days";

const isOnline = (cell: string) => yesOrNo(cell) === true || /^(?:online|virtual)$/i.test(cell.trim());

function fitting(facts: Facts, field: keyof typeof longest, note: Note): string {
  const text = field === "description" ? paragraphs(facts[field]) : oneLine(facts[field]);
  if (text.includes("\uFFFD"))
    note(field, text, "It holds a letter that cannot be read.", "Correct it in the file, or in the draft.");
  const most = longest[field];
  if (text.length > most)
    note(
      field,
      text,
      `Longer than ${most.toLocaleString("en")} characters, so it is shortened.`,
      "Shorten it in the file, or edit the draft.",
    );
  return shortened(text, most);
}

function listed<Value extends string>(
  facts: Facts,
  field: "category" | "country",
  find: (text: string) => Value | null,
  fallback: Value,
  note: Note,
): Value {
  const text = oneLine(facts[field]);
  if (text === "") return fallback;
  const found = find(text);
  if (found === null) note(field, text, `Not a ${field} we know, so the default is taken.`, "Choose it in the draft.");
  return found ?? fallback;
}

function capacityOf(facts: Facts, defaults: ImportDefaults, note: Note) {
  const text = oneLine(facts.capacity);
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

function ticketTypesOf(price: string, currency: string): EventForm["ticketTypes"] {
  if (price === "" || parseAmount(price, currency) === null) return [];
  const empty = { description: "", quota: "", salesStartAt: "", salesEndAt: "" };
  return [{ ...empty, code: newTicketTypeCode(), name: "Admission", price }];
}

/** The editor's values for an event: what the file says, else the defaults, within what the editor takes. */
export function formOf(
  facts: Facts,
  context: FactContext,
): Omit<Partial<EventForm>, "startsAt" | "endsAt" | "timeZone"> & { name: string } {
  const { note, options } = context;
  const { defaults } = options;
  const country = listed(facts, "country", countryCodeOf, "", note);
  const { currency, price } = priceOf(facts, country, context);
  const address = webAddress(facts.url);
  if (facts.url.trim() !== "" && !address)
    note(
      "url",
      facts.url,
      "Not an address of the web, so it is left out.",
      "Write an address such as https://example.com.",
    );
  const text = fitting(facts, "description", note);
  const link = address && !text.includes(address) ? `Website: <${address}>` : "";
  const whole = [text, link].filter(Boolean).join("\n\n");
  return {
    name: fitting(facts, "name", note),
    summary: fitting(facts, "summary", note),
    description: whole.length > longest.description ? text : whole,
    category: listed(facts, "category", categoryOf, defaults.category, note),
    venue: fitting(facts, "venue", note) || (isOnline(facts.online) ? "Online" : defaults.venue),
    address: fitting(facts, "address", note),
    city: fitting(facts, "city", note) || defaults.city,
    country: country || defaults.country,
    currency,
    capacity: capacityOf(facts, defaults, note),
    ticketTypes: ticketTypesOf(price, currency),
  };
}
