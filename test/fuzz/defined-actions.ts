import type { z } from "zod";

/** In the place of lib/requests/define-action.ts (see tsconfig.json): what an action was defined by, instead of the action. */
export type ActionDefinition = {
  kind: "call" | "form" | "redirect";
  input: z.ZodType;
  read?: (form: FormData) => unknown;
};

type Given = Omit<ActionDefinition, "kind">;
const kept =
  (kind: ActionDefinition["kind"]) =>
  ({ input, read }: Given): ActionDefinition => ({ kind, input, ...(read ? { read } : {}) });

export const anyone = async () => ({ ok: true });
export const defineAction = kept("call");
export const defineFormAction = kept("form");
export const defineRedirectAction = kept("redirect");
