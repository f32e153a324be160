import { z } from "zod";
import {
  createTicketTypeCode,
  draftFormSchema,
  type EventForm,
  emptyEventForm,
  emptyTicketType,
  MAX_TICKET_TYPES,
} from "./form";
import { plainFields } from "./same-form";

const ticketTypeKeys = ["name", "description", "price", "quota", "salesStartAt", "salesEndAt"] as const;

/**
 * The editor's form as a browser posts it by itself, by the last of each name: without scripts a plain input stands
 * behind the hidden one that scripts write to.
 */
export function readFormFields(fields: Record<string, unknown>) {
  const plain = Object.fromEntries(plainFields.map((field) => [field, fields[field] ?? ""]));
  const types: Record<string, unknown>[] = [];
  // One more than may be there says that they are too many.
  for (let index = 0; `ticketTypes.${index}.code` in fields && index <= MAX_TICKET_TYPES; index += 1) {
    const at = `ticketTypes.${index}`;
    const values = Object.fromEntries(ticketTypeKeys.map((key) => [key, fields[`${at}.${key}`] ?? ""]));
    types.push({ code: fields[`${at}.code`], ...values });
  }
  return {
    ...emptyEventForm(),
    ...plain,
    coverImage: fields.coverImage || null,
    waitlistEnabled: "waitlistEnabled" in fields,
    waitingRoom: "waitingRoom" in fields,
    ticketTypes: types,
  };
}

/** What somebody typed; null where it is no such form. */
export function parseSubmittedForm(fields: Record<string, unknown>): EventForm | null {
  const parsed = draftFormSchema.safeParse(readFormFields(fields));
  return parsed.success ? parsed.data : null;
}

/** Which button was pressed. */
export const intentSchema = z
  .union([
    z.enum(["save", "confirm-move", "publish", "add-type"]),
    z.templateLiteral([z.enum(["remove", "up", "down"]), "-type:", z.number().int().min(0)]),
  ])
  .catch("save");

type Intent = z.infer<typeof intentSchema>;

/** What a button of the ticket types does to the form; null for the other buttons. */
export function applyTicketTypeIntent(form: EventForm, intent: Intent): EventForm | null {
  const { ticketTypes } = form;
  if (intent === "add-type") return { ...form, ticketTypes: [...ticketTypes, emptyTicketType(createTicketTypeCode())] };
  const [verb, place] = intent.split("-type:");
  const index = Number(place);
  const type = ticketTypes[index];
  if (place === undefined || !type) return null;
  const rest = ticketTypes.filter((_, at) => at !== index);
  if (verb === "remove") return { ...form, ticketTypes: rest };
  return { ...form, ticketTypes: rest.toSpliced(Math.max(0, verb === "up" ? index - 1 : index + 1), 0, type) };
}
