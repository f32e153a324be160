import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { FieldPath } from "react-hook-form";
import { callAction } from "@/components/forms/call-action";
import type { SaveResult } from "@/lib/event-editing/action-state";
import { saveEventAction } from "@/lib/event-editing/actions";
import type { EventForm } from "@/lib/event-editing/form";
import { isSameForm } from "@/lib/event-editing/same-form";
import type { Consequences } from "@/lib/operations/consequences";
import type { SavedForm, SaveState } from "./draft-saver";
import type { EditorForm } from "./editor-context";
import { clearLocalCopy, readLocalCopy, saveLocalCopy } from "./local-copy";

/** Saves a published event on request; until then, unsaved input is kept in this tab. */
export function usePublishedSave(form: EditorForm, start: SavedForm & { slug: string }, isOn: boolean) {
  const [state, setState] = useState<SaveState>({ kind: "idle" });
  const [consequences, setConsequences] = useState<Consequences | null>(null);
  const [isRestored, setRestored] = useState(false);
  const saved = useRef(start);
  const isSending = useRef(false);
  const router = useRouter();
  const { slug } = start;

  useEffect(() => {
    if (!isOn) return;
    const copy = readLocalCopy(slug);
    if (copy && !isSameForm(copy.form, saved.current.form)) {
      saved.current = { ...saved.current, version: copy.version, form: copy.base };
      form.reset(copy.form);
      setRestored(true);
      setState({ kind: "unsaved" });
    }
    const updateState = () => {
      const values = form.getValues();
      if (isSameForm(values, saved.current.form)) {
        clearLocalCopy(slug);
        setState((before) => (before.kind === "saved" ? before : { kind: "idle" }));
      } else {
        saveLocalCopy(slug, { version: saved.current.version, base: saved.current.form, form: values });
        setState((before) => (before.kind === "conflict" || before.kind === "saving" ? before : { kind: "unsaved" }));
      }
    };
    updateState();
    return form.subscribe({ formState: { values: true }, callback: updateState });
  }, [form, slug, isOn]);

  // A new render brought a colleague's save: it is adopted while nothing was typed here.
  useEffect(() => {
    if (!isOn || start.version <= saved.current.version || isSending.current) return;
    if (!isSameForm(form.getValues(), saved.current.form)) return;
    saved.current = start;
    form.reset(start.form);
  }, [form, start, isOn]);

  async function save({ isMoveConfirmed = false } = {}) {
    if (isSending.current) return;
    isSending.current = true;
    const values = structuredClone(form.getValues());
    setState({ kind: "saving" });
    const answer = await callAction(() =>
      saveEventAction({ slug, form: values, version: saved.current.version, isMoveConfirmed }),
    );
    isSending.current = false;
    settle(values, answer);
  }

  function settle(values: EventForm, answer: SaveResult) {
    if (!answer.ok) {
      setConsequences(answer.consequences ?? null);
      if (answer.theirs) return setState({ kind: "conflict", theirs: answer.theirs });
      for (const [name, message] of Object.entries(answer.fieldErrors ?? {})) {
        form.setError(name as FieldPath<EventForm>, { type: "server", message });
      }
      const message = answer.title ? `${answer.title}. ${answer.message}` : answer.message;
      return setState(answer.consequences ? { kind: "unsaved" } : { kind: "failed", message });
    }
    setConsequences(null);
    setRestored(false);
    saved.current = { slug, version: answer.version, form: values };
    const isUpToDate = isSameForm(form.getValues(), values);
    if (isUpToDate) clearLocalCopy(slug);
    setState(isUpToDate ? { kind: "saved", at: answer.savedAt } : { kind: "unsaved" });
    if (answer.operationId) router.push(`/organize/events/${slug}/operations/${answer.operationId}` as Route);
  }

  return {
    state,
    save,
    consequences,
    closeConsequences: () => setConsequences(null),
    isRestored,
    discard: () => {
      setRestored(false);
      form.reset(saved.current.form);
    },
    saved,
    isUnsaved: () => !isSameForm(form.getValues(), saved.current.form),
  };
}
