import { type SaveResult, saveResultSchema } from "@/lib/event-editing/action-state";
import type { EventForm } from "@/lib/event-editing/form";
import { unreachableFailure } from "@/lib/requests/result";
import type { SavedForm } from "./draft-saver";

/** Browsers refuse `keepalive` requests with larger bodies. */
const MAX_KEEPALIVE_BYTES = 60_000;

/** Sends a draft; the request outlives the page. `creation` is for a draft that does not exist yet. */
export async function sendDraft(
  form: EventForm,
  { slug, version }: SavedForm,
  creation: { organizer: string; key: string },
): Promise<SaveResult> {
  const body = JSON.stringify(slug === null ? { form, ...creation } : { form, version });
  const path = slug === null ? "/api/organize/drafts" : `/api/organize/events/${encodeURIComponent(slug)}/draft`;
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
      keepalive: new Blob([body]).size < MAX_KEEPALIVE_BYTES,
    });
    return saveResultSchema.parse(await response.json());
  } catch {
    return unreachableFailure;
  }
}
