import { z } from "zod";
import {
  draftFormSchema,
  type EventForm,
  emptyEventForm,
  emptyTicketType,
  newTypeCode,
  type TicketTypeForm,
} from "./form";
import { plainFields } from "./same-form";

const typeKeys = ["name", "description", "price", "quota", "salesStartAt", "salesEndAt"] as const;

/** The last of a name: without scripts a plain input stands behind the hidden one that scripts write to. */
function last(data: FormData, name: string): string {
  const value = data.getAll(name).at(-1);
  return typeof value === "string" ? value : "";
}

/** The editor's form as a browser posts it by itself. */
export function formOfData(data: FormData): EventForm | null {
  const plain = Object.fromEntries(plainFields.map((field) => [field, last(data, field)]));
  const types: TicketTypeForm[] = [];
  for (let index = 0; data.has(`ticketTypes.${index}.code`); index += 1) {
    const at = `ticketTypes.${index}`;
    const values = Object.fromEntries(typeKeys.map((key) => [key, last(data, `${at}.${key}`)]));
    types.push({ ...emptyTicketType(last(data, `${at}.code`)), ...values });
  }
  const parsed = draftFormSchema.safeParse({
    ...emptyEventForm(),
    ...plain,
    coverImage: last(data, "coverImage") || null,
    waitlistEnabled: data.has("waitlistEnabled"),
    waitingRoom: data.has("waitingRoom"),
    ticketTypes: types,
  });
  return parsed.success ? parsed.data : null;
}

const intentSchema = z.union([
  z.enum(["save", "confirm-move", "publish", "add-type"]),
  z.templateLiteral([z.enum(["remove", "up", "down"]), "-type:", z.number().int().min(0)]),
]);

export type Intent = z.infer<typeof intentSchema>;

/** Which button was pressed. */
export function intentOf(data: FormData): Intent {
  const parsed = intentSchema.safeParse(data.get("intent"));
  return parsed.success ? parsed.data : "save";
}

/** What a button of the ticket types does to the form; null for the other buttons. */
export function rearranged(form: EventForm, intent: Intent): EventForm | null {
  const { ticketTypes } = form;
  if (intent === "add-type") return { ...form, ticketTypes: [...ticketTypes, emptyTicketType(newTypeCode())] };
  const [verb, place] = intent.split("-type:");
  const index = Number(place);
  const type = ticketTypes[index];
  if (place === undefined || !type) return null;
  const rest = ticketTypes.filter((_, at) => at !== index);
  if (verb === "remove") return { ...form, ticketTypes: rest };
  return { ...form, ticketTypes: rest.toSpliced(Math.max(0, verb === "up" ? index - 1 : index + 1), 0, type) };
}
