import type { Route } from "next";
import { useRouter } from "next/navigation";
import type { DraftSaver } from "./draft-saver";

/** Saves what is typed and goes on to the page that publishes it. With nothing typed at all, to the first field. */
export function useGoToPublish(saver: DraftSaver) {
  const router = useRouter();
  return async () => {
    const isSaved = await saver.flush();
    const { slug } = saver.saved;
    if (slug === null || !isSaved) return;
    router.push(`/organize/events/${slug}/edit/publish` as Route);
  };
}
