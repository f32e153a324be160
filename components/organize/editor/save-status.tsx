import { placeholders, saveStatus } from "@/texts/event-editor";
import type { SaveState } from "./draft-saver";

/** In the browser's own time zone, as the reader writes it. */
export const formatLocalTime = (at: string) => new Date(at).toLocaleTimeString([], { timeStyle: "short" });

function statusText(state: SaveState, isDraft: boolean) {
  switch (state.kind) {
    case "idle":
      return isDraft ? saveStatus.draftIdle : saveStatus.idle;
    case "unsaved":
      return isDraft ? saveStatus.draftUnsaved : saveStatus.unsaved;
    case "saving":
      return saveStatus.saving;
    case "saved":
      return saveStatus.saved(formatLocalTime(state.at));
    case "failed":
      return saveStatus.failed(state.message);
    case "conflict":
      return saveStatus.conflict(state.theirs.savedBy ?? placeholders.organizer, formatLocalTime(state.theirs.savedAt));
  }
}

/** Whether the form is saved. */
export function SaveStatus({ state, isDraft }: { state: SaveState; isDraft: boolean }) {
  const isBad = state.kind === "failed" || state.kind === "conflict";
  return (
    <p role="status" className={`min-w-0 text-sm text-pretty ${isBad ? "font-medium text-danger" : "text-muted"}`}>
      {statusText(state, isDraft)}
    </p>
  );
}
