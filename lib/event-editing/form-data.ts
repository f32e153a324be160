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
 * The editor's form from the fields that a browser posts without scripts. Of two inputs with one name the last counts:
 * the native one, which follows the hidden one for scripts.
 */
export function readFormFields(fields: Record<string, unknown>) {
  const plain = Object.fromEntries(plainFields.map((field) => [field, fields[field] ?? ""]));
  const types: Record<string, unknown>[] = [];
  // One more than the maximum is read, so that validation reports too many.
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

/** The posted form; null if the fields hold no valid form. */
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

/** The form after a ticket type button was pressed; null for other buttons. */
export function applyTicketTypeIntent(form: EventForm, intent: Intent): EventForm | null {
  const { ticketTypes } = form;
  if (intent === "add-type") return { ...form, ticketTypes: [...ticketTypes, emptyTicketType(createTicketTypeCode())] };
  const [verb, position] = intent.split("-type:");
  const index = Number(position);
  const type = ticketTypes[index];
  if (position === undefined || !type) return null;
  const rest = ticketTypes.filter((_, at) => at !== index);
  if (verb === "remove") return { ...form, ticketTypes: rest };
  return { ...form, ticketTypes: rest.toSpliced(Math.max(0, verb === "up" ? index - 1 : index + 1), 0, type) };
}
