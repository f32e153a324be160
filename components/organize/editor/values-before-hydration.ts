import type { EventForm } from "@/lib/event-editing/form";
import { parseSubmittedForm } from "@/lib/event-editing/form-data";

/** What was typed into the server's page before its scripts ran; null where this form was not there. */
export function valuesBeforeHydration(formId: string, version: number): EventForm | null {
  if (typeof document === "undefined") return null;
  const form = document.getElementById(formId);
  if (!(form instanceof HTMLFormElement)) return null;
  const fields = Object.fromEntries(new FormData(form));
  return fields.version === String(version) ? parseSubmittedForm(fields) : null;
}
