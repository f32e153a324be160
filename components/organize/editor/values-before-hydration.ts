import type { EventForm } from "@/lib/event-editing/form";
import { parseSubmittedForm } from "@/lib/event-editing/form-data";

/** Input from before hydration; null if the server rendered no such form, or one of another version. */
export function valuesBeforeHydration(formId: string, version: number): EventForm | null {
  if (typeof document === "undefined") return null;
  const form = document.getElementById(formId);
  if (!(form instanceof HTMLFormElement)) return null;
  const fields = Object.fromEntries(new FormData(form));
  return fields.version === String(version) ? parseSubmittedForm(fields) : null;
}
