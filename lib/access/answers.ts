import { z } from "zod";

export const actionRefusalSchema = z.object({
  ok: z.literal(false),
  /** `INVALID`: see `errors`. `UNREACHABLE`: no answer came back. Else the code of the use case. */
  code: z.string(),
  message: z.string(),
  /** What is wrong with a field, by its path in the form, such as `ticketTypes.0.price`. */
  errors: z.record(z.string(), z.string()).optional(),
});

/** What an organizer's action answers when it did not do what was asked. Nothing was changed then. */
export type ActionRefusal = z.output<typeof actionRefusalSchema>;

export type ActionAnswer<Done extends object = object> = ({ ok: true } & Done) | ActionRefusal;

const deniedMessages = {
  NOT_FOUND: "This is not here any more, or you are not in its team.",
  NOT_ALLOWED: "Your role does not allow this. Ask an owner of the team.",
};

/** What `authorizeEvent` and `authorizeOrganizer` refused. */
export function denied({ code }: { code: keyof typeof deniedMessages }): ActionRefusal {
  return { ok: false, code, message: deniedMessages[code] };
}

/** The first problem of each field. */
export function invalidFields(error: {
  issues: { path: PropertyKey[]; message: string }[];
}): ActionRefusal & { errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  for (const { path, message } of error.issues) errors[path.join(".")] ??= message;
  return { ok: false, code: "INVALID", message: "Some fields need another look.", errors };
}

/** Said when the request got lost: it may or may not have arrived. */
export const unreachableAnswer: ActionRefusal = {
  ok: false,
  code: "UNREACHABLE",
  message: "We could not reach Quorix. Check your connection and try again; nothing you typed is lost.",
};
