import type { Route } from "next";
import { useRouter } from "next/navigation";
import type { DraftSaver } from "./draft-saver";

/** Saves the form and opens a page of the draft. `onNothing` is called when nothing was typed, so there is no draft. */
export function useContinue(saver: DraftSaver, onNothing: () => void) {
  const router = useRouter();
  return async (page: "preview" | "edit/publish") => {
    const isSaved = await saver.flush();
    const { slug } = saver.saved;
    if (slug === null) {
      // If the save failed, its status says so.
      if (isSaved) onNothing();
    } else if (isSaved) router.push(`/organize/events/${slug}/${page}` as Route);
  };
}
