import { type SaveResult, saveResultSchema } from "@/lib/event-editing/answers";
import type { EventForm } from "@/lib/event-editing/form";
import { unreachable } from "@/lib/requests/result";
import type { Saved } from "./draft-saver";

/** More than this the browser does not send on behalf of a page that is being left. */
const MOST_KEPT_ALIVE = 60_000;

/** Sends a draft; the request goes on when the page is left. `creation` is for a draft that does not exist yet. */
export async function sendDraft(
  form: EventForm,
  { slug, version }: Saved,
  creation: { organizer: string; key: string },
): Promise<SaveResult> {
  const body = JSON.stringify(slug === null ? { form, ...creation } : { form, version });
  const path = slug === null ? "/api/organize/drafts" : `/api/organize/events/${encodeURIComponent(slug)}/draft`;
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
      keepalive: new Blob([body]).size < MOST_KEPT_ALIVE,
    });
    return saveResultSchema.parse(await response.json());
  } catch {
    return unreachable;
  }
}
