import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { DraftSaver, type SavedForm, type SaveState } from "./draft-saver";
import type { EditorForm } from "./editor-context";
import { clearLocalCopy, readLocalCopy, saveLocalCopy } from "./local-copy";
import { sendDraft } from "./send-draft";

export const NEW_EVENT_PATH = "/organize/new-event";

export type NewDraftOptions = { organizer: () => string; key: string; onMade?: () => void };

/** The fields that the layout around an event's pages shows. The router keeps the layout between these pages. */
const layoutFields = ["name", "startsAt", "timeZone", "venue", "city"] as const;

/** Saves a draft automatically: while it is typed, when a field loses the focus, and when the page is left. */
export function useDraft(form: EditorForm, start: SavedForm, fresh: NewDraftOptions, isOn: boolean) {
  const [state, setState] = useState<SaveState>({ kind: "idle" });
  const [slug, setSlug] = useState(start.slug);
  const [key, setKey] = useState(fresh.key);
  const router = useRouter();
  const [saver] = useState(() => {
    const keys = { draft: fresh.key };
    let inLayout = start.form;
    const draftSaver = new DraftSaver(start, {
      values: () => form.getValues(),
      send: (values, saved) => sendDraft(values, saved, { organizer: fresh.organizer(), key: keys.draft }),
      onState: setState,
      onSaved: (answer, isNew) => {
        clearLocalCopy(isNew ? null : answer.slug);
        const edit = `/organize/events/${encodeURIComponent(answer.slug)}/edit`;
        if (!isNew) {
          const { form: now } = draftSaver.saved;
          const isStale = layoutFields.some((field) => now[field] !== inLayout[field]);
          inLayout = now;
          // The page of a new event has no such layout, even after its URL has changed.
          if (isStale && (start.slug !== null || window.location.pathname !== edit)) router.refresh();
          return;
        }
        setSlug(answer.slug);
        fresh.onMade?.();
        // The user may have navigated to another page in the meantime.
        if (window.location.pathname !== NEW_EVENT_PATH) return;
        // Only the URL changes, so that typing is not interrupted.
        window.history.replaceState(null, "", edit);
      },
    });
    return Object.assign(draftSaver, { keys });
  });

  useEffect(() => {
    if (!isOn) return;
    const copy = readLocalCopy(saver.saved.slug);
    if (copy) {
      if (copy.key) {
        saver.keys.draft = copy.key;
        setKey(copy.key);
      }
      saver.saved = { ...saver.saved, version: copy.version, form: copy.base };
      form.reset(copy.form);
    }
    const saveCopy = () => {
      if (saver.isUpToDate()) return;
      const { slug: savedSlug, version, form: base } = saver.saved;
      saveLocalCopy(savedSlug, {
        version,
        base,
        form: form.getValues(),
        key: savedSlug === null ? saver.keys.draft : undefined,
      });
    };
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: () => {
        saveCopy();
        saver.scheduleSave();
      },
    });
    const flush = () => void saver.flush();
    // For input from before this effect ran, or from the local copy.
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

  // A new render brought a colleague's save: it is adopted while nothing was typed here.
  useEffect(() => {
    if (!isOn || start.slug === null || start.version <= saver.saved.version || !saver.isUpToDate()) return;
    saver.saved = start;
    form.reset(start.form);
  }, [form, saver, start, isOn]);

  return { state, slug, key, saver };
}
