import { Eye } from "lucide-react";
import type { Route } from "next";
import { Button, ButtonLink } from "@/components/ui/button";
import { saveBar } from "@/texts/event-editor";
import type { SaveState } from "./draft-saver";
import type { EditorMode } from "./editor-context";
import { SaveStatus } from "./save-status";

/** Sticks to the bottom of the window: the state of the save, and the next steps. */
export function SaveBar({
  mode,
  slug,
  state,
  onCompare,
  onGoOn,
}: {
  mode: EditorMode;
  slug: string | null;
  state: SaveState;
  onCompare: (() => void) | null;
  onGoOn: (page: "preview" | "edit/publish") => void;
}) {
  const isDraft = mode === "draft";
  const isFailed = state.kind === "failed" || state.kind === "conflict";
  return (
    <div className="sticky bottom-0 z-20 -mx-5 flex flex-wrap items-center justify-end gap-x-2 gap-y-2 border-t border-line bg-canvas/95 px-5 py-3 backdrop-blur-md sm:-mx-8 sm:gap-x-3 sm:px-8 lg:mx-0 lg:px-0">
      <div
        className={`me-auto flex min-w-0 flex-wrap items-center gap-x-3 max-sm:grow ${isFailed ? "max-sm:basis-full" : "max-sm:basis-20"}`}
      >
        <SaveStatus state={state} isDraft={isDraft} />
        {onCompare ? (
          <Button variant="secondary" size="sm" onClick={onCompare}>
            {saveBar.compare}
          </Button>
        ) : null}
      </div>
      {slug && isDraft ? (
        <ButtonLink
          href={`/organize/events/${slug}/preview` as Route}
          variant="ghost"
          size="sm"
          prefetch={false}
          onNavigate={(navigation) => {
            navigation.preventDefault();
            onGoOn("preview");
          }}
          className="min-w-11 underline-offset-4 hover:underline max-sm:px-3"
        >
          <Eye aria-hidden="true" className="size-4" />
          <span className="max-sm:sr-only">{saveBar.preview}</span>
        </ButtonLink>
      ) : null}
      {isDraft ? (
        <>
          <Button type="submit" name="intent" value="save" variant="secondary" size="sm">
            {saveBar.saveDraft}
          </Button>
          <Button
            type="submit"
            name="intent"
            value="publish"
            size="sm"
            onClick={(event) => {
              event.preventDefault();
              onGoOn("edit/publish");
            }}
          >
            {saveBar.publish}
          </Button>
        </>
      ) : (
        <Button type="submit" name="intent" value="save" pending={state.kind === "saving"}>
          {saveBar.saveChanges}
        </Button>
      )}
    </div>
  );
}
