import type { Route } from "next";
import { useRouter } from "next/navigation";
import type { DraftSaver } from "./draft-saver";

/** Saves what is typed and goes on to a page that shows it. `onNothing`: nothing was typed at all, so there is none. */
export function useContinue(saver: DraftSaver, onNothing: () => void) {
  const router = useRouter();
  return async (page: "preview" | "edit/publish") => {
    const isSaved = await saver.flush();
    const { slug } = saver.saved;
    if (slug === null) {
      // What could not be saved is said where the save is.
      if (isSaved) onNothing();
    } else if (isSaved) router.push(`/organize/events/${slug}/${page}` as Route);
  };
}
