import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { DraftSaver, type SavedForm, type SaveState } from "./draft-saver";
import type { EditorForm } from "./editor-context";
import { clearLocalCopy, readLocalCopy, saveLocalCopy } from "./local-copy";
import { sendDraft } from "./send-draft";

export const NEW_EVENT_PATH = "/organize/new-event";

export type NewDraftOptions = { organizer: () => string; key: string; onMade?: () => void };

/** What the frame around an event's pages says of it. The router keeps the frame while it goes from page to page. */
const layoutFields = ["name", "startsAt", "timeZone", "venue", "city"] as const;

/** Autosave: while it is typed, when a field is left, and when the page is. */
export function useDraft(form: EditorForm, start: SavedForm, fresh: NewDraftOptions, isOn: boolean) {
  const [state, setState] = useState<SaveState>({ kind: "idle" });
  const [slug, setSlug] = useState(start.slug);
  const [key, setKey] = useState(fresh.key);
  const router = useRouter();
  const [saver] = useState(() => {
    const names = { key: fresh.key };
    let framed = start.form;
    const made = new DraftSaver(start, {
      values: () => form.getValues(),
      send: (values, saved) => sendDraft(values, saved, { organizer: fresh.organizer(), key: names.key }),
      onState: setState,
      onSaved: (answer, isNew) => {
        clearLocalCopy(isNew ? null : answer.slug);
        const edit = `/organize/events/${encodeURIComponent(answer.slug)}/edit`;
        if (!isNew) {
          const { form: now } = made.saved;
          const isStale = layoutFields.some((field) => now[field] !== framed[field]);
          framed = now;
          // The page of a new event has no such frame, whatever its address says by now.
          if (isStale && (start.slug !== null || window.location.pathname !== edit)) router.refresh();
          return;
        }
        setSlug(answer.slug);
        fresh.onMade?.();
        // Whoever has gone on to another page meanwhile stays there.
        if (window.location.pathname !== NEW_EVENT_PATH) return;
        // The address changes and nothing else: whoever is typing goes on typing.
        window.history.replaceState(null, "", edit);
      },
    });
    return Object.assign(made, { names });
  });

  useEffect(() => {
    if (!isOn) return;
    const copy = readLocalCopy(saver.saved.slug);
    if (copy) {
      if (copy.key) {
        saver.names.key = copy.key;
        setKey(copy.key);
      }
      saver.saved = { ...saver.saved, version: copy.version, form: copy.base };
      form.reset(copy.form);
    }
    const keep = () => {
      if (saver.isUpToDate()) return;
      const { slug: name, version, form: base } = saver.saved;
      saveLocalCopy(name, { version, base, form: form.getValues(), key: name === null ? saver.names.key : undefined });
    };
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: () => {
        keep();
        saver.scheduleSave();
      },
    });
    const flush = () => void saver.flush();
    // What was typed before this effect ran, or came back from the copy.
    saver.scheduleSave();
    window.addEventListener("pagehide", flush);
    document.addEventListener("visibilitychange", flush);
    return () => {
      unsubscribe();
      window.removeEventListener("pagehide", flush);
      document.removeEventListener("visibilitychange", flush);
      flush();
    };
  }, [form, saver, isOn]);

  // Somebody else's save came with a fresh render of the page: taken over as long as nothing was typed here.
  useEffect(() => {
    if (!isOn || start.slug === null || start.version <= saver.saved.version || !saver.isUpToDate()) return;
    saver.saved = start;
    form.reset(start.form);
  }, [form, saver, start, isOn]);

  return { state, slug, key, saver };
}
