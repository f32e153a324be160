import type { Route } from "next";
import { useRouter } from "next/navigation";
import { fieldId } from "@/lib/event-editing/field-id";
import type { DraftSaver } from "./draft-saver";

/** Saves what is typed and goes on to a page that shows it. With nothing typed at all, to the first field. */
export function useGoOn(saver: DraftSaver) {
  const router = useRouter();
  return async (page: "preview" | "edit/publish") => {
    const isSaved = await saver.flush();
    const { slug } = saver.saved;
    if (slug === null) document.getElementById(fieldId(null, "name"))?.focus();
    else if (isSaved) router.push(`/organize/events/${slug}/${page}` as Route);
  };
}
