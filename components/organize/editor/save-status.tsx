import type { SaveState } from "./draft-saver";

const time = (at: string) => new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

function statusText(state: SaveState, isDraft: boolean) {
  switch (state.kind) {
    case "idle":
      return isDraft ? "Saved as you type" : "No changes";
    case "unsaved":
      return isDraft ? "Saving in a moment…" : "Unsaved changes";
    case "saving":
      return "Saving…";
    case "saved":
      return `Saved ${time(state.at)}`;
    case "failed":
      return `Not saved: ${state.message}`;
    case "conflict":
      return `Not saved: ${state.theirs.savedBy ?? "somebody else"} saved at ${time(state.theirs.savedAt)}.`;
  }
}

/** Where what was typed is now. */
export function SaveStatus({ state, isDraft }: { state: SaveState; isDraft: boolean }) {
  const isBad = state.kind === "failed" || state.kind === "conflict";
  return (
    <p role="status" className={`min-w-0 text-sm text-pretty ${isBad ? "font-medium text-danger" : "text-muted"}`}>
      {statusText(state, isDraft)}
    </p>
  );
}
