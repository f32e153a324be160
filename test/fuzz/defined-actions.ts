import type { z } from "zod";

/** In the place of lib/requests/define-action.ts (see tsconfig.json): returns an action's definition instead of the action. */
export type ActionDefinition = {
  kind: "call" | "form" | "redirect";
  input: z.ZodType;
  read?: (form: FormData) => unknown;
};

type ActionOptions = Omit<ActionDefinition, "kind">;
const captureDefinition =
  (kind: ActionDefinition["kind"]) =>
  ({ input, read }: ActionOptions): ActionDefinition => ({ kind, input, ...(read ? { read } : {}) });

export const allowAnyone = async () => ({ ok: true });
export const defineAction = captureDefinition("call");
export const defineFormAction = captureDefinition("form");
export const defineRedirectAction = captureDefinition("redirect");
