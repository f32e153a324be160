"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { type FormEvent, startTransition, useActionState, useEffect, useId, useMemo, useRef, useState } from "react";
import { type FieldPath, FormProvider, useForm } from "react-hook-form";
import { Alert } from "@/components/ui/alert";
import { baseVersionOf, type EditorResult, submittedFormOf } from "@/lib/event-editing/action-state";
import { submitEventAction, submitNewEventAction } from "@/lib/event-editing/actions";
import { type EventForm, fieldId } from "@/lib/event-editing/form";
import { eventFormSchema } from "@/lib/event-editing/schema";
import { eventEditor } from "@/texts/event-editor";
import { ConflictDialog } from "./conflict-dialog";
import type { SavedForm } from "./draft-saver";
import { type EditorChoices, EditorContext, type EditorMode, type TicketTypeData } from "./editor-context";
import { EditorErrors, errorMessageAt } from "./editor-errors";
import type { SectionKey } from "./editor-section";
import { EditorSections } from "./editor-sections";
import { LeaveDialog } from "./leave-dialog";
import { MoveDialog } from "./move-dialog";
import { OrganizerField } from "./organizer-field";
import { PostedFormResult } from "./posted-form-result";
import { SaveBar } from "./save-bar";
import { SectionNav } from "./section-nav";
import { useContinue } from "./use-continue";
import { useDraft } from "./use-draft";
import { useLeaveGuard } from "./use-leave-guard";
import { usePublishedSave } from "./use-published-save";
import { valuesBeforeHydration } from "./values-before-hydration";

const allSections: SectionKey[] = ["basics", "when", "where", "description", "cover", "tickets", "rules", "sales"];
const pastSections: SectionKey[] = ["description", "cover"];

export function EventEditor({
  mode,
  start,
  newKey,
  organizers,
  choices,
  types,
  showMissing,
  left,
  onMade,
}: {
  mode: EditorMode;
  start: SavedForm;
  /** The idempotency key of the draft that a new event becomes. */
  newKey: string;
  /** The organizers a new event can belong to; the first is preselected. */
  organizers: { slug: string; name: string }[];
  choices: EditorChoices;
  types: TicketTypeData[];
  /** Report empty required fields, too. */
  showMissing: boolean;
  /** The action's result after a submit without scripts. */
  left: EditorResult | null;
  /** Called when a new event has become a draft. */
  onMade?: () => void;
}) {
  const isDraft = mode === "draft";
  const [posted, dispatch] = useActionState<EditorResult | null, FormData>(
    start.slug === null ? submitNewEventAction : submitEventAction,
    left,
  );
  const formRef = useRef<HTMLFormElement>(null);
  const formId = `${useId()}-editor`;
  const initial = (posted && submittedFormOf(posted)) ?? start.form;
  const [typed] = useState(() => valuesBeforeHydration(formId, start.version) ?? initial);
  const form = useForm<EventForm, unknown, unknown>({
    resolver: zodResolver(eventFormSchema),
    defaultValues: typed,
    mode: "onTouched",
    shouldFocusError: false,
  });
  // Read from the DOM: it may have been chosen before hydration.
  const organizer = () => String(new FormData(formRef.current ?? undefined).get("organizer") ?? "");
  const draft = useDraft(form, start, { organizer, key: newKey, onMade }, isDraft);
  const change = usePublishedSave(form, { ...start, slug: start.slug ?? "" }, !isDraft);
  const state = isDraft ? draft.state : change.state;
  const slug = isDraft ? draft.slug : start.slug;
  const saver = draft.saver;
  const [attempts, setAttempts] = useState(0);
  const [isComparing, setComparing] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const goOn = useContinue(saver, async () => {
    setChecked(true);
    await form.trigger();
    setAttempts((before) => before + 1);
  });
  const guard = useLeaveGuard(() =>
    isDraft ? ["failed", "conflict"].includes(draft.state.kind) && !saver.isUpToDate() : change.isUnsaved(),
  );

  const theirs = state.kind === "conflict" ? state.theirs : null;
  useEffect(() => setComparing(theirs !== null), [theirs]);
  useEffect(() => {
    if (showMissing) form.trigger();
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target) requestAnimationFrame(() => target.focus());
  }, [form, showMissing]);

  const { errors } = form.formState;
  const editor = useMemo(
    () => ({
      slug,
      isDraft,
      initial,
      choices,
      types,
      // A new event gets its slug while it is being typed; the ids of its fields must not change.
      idOf: (name: string) => fieldId(start.slug, name),
      // In a draft, an empty field is an error only when it is about to be published.
      errorOf: (name: FieldPath<EventForm>) =>
        !isDraft || showMissing || isChecked || form.getValues(name) !== "" ? errorMessageAt(errors, name) : undefined,
    }),
    [slug, isDraft, initial, choices, types, errors, form, showMissing, isChecked, start.slug],
  );

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isDraft) return void saver.flush();
    const valid = () => void change.save();
    form.handleSubmit(valid, () => setAttempts((before) => before + 1))(event);
  }

  function resolve(merged: EventForm) {
    if (!theirs) return;
    setComparing(false);
    if (isDraft) saver.resolve(theirs);
    else change.saved.current = { ...change.saved.current, version: theirs.version, form: theirs.form };
    form.reset(merged);
    if (isDraft) saver.flush();
    else change.save();
  }

  const shown = mode === "past" ? pastSections : allSections;
  return (
    <EditorContext value={editor}>
      <FormProvider {...form}>
        <div className="grid grid-cols-1 gap-x-12 lg:grid-cols-[13rem_minmax(0,48rem)]">
          <SectionNav slug={start.slug} shown={shown} />
          <form
            id={formId}
            ref={formRef}
            action={dispatch}
            noValidate
            onSubmit={onSubmit}
            onBlur={(event) => {
              if (isDraft && event.target !== event.currentTarget) saver.flush();
            }}
            className="grid min-w-0 grid-cols-1 gap-6"
          >
            {/* The form's first submit button is the one that Enter in a field presses: it saves. */}
            <button type="submit" name="intent" value="save" tabIndex={-1} aria-hidden="true" className="hidden" />
            <input type="hidden" name="version" value={posted ? baseVersionOf(posted) : start.version} />
            <input type="hidden" name="slug" value={start.slug ?? ""} />
            <input type="hidden" name="key" value={draft.key} />
            {posted ? <PostedFormResult answer={posted} form={initial} /> : null}
            {change.isRestored ? (
              <Alert tone="info" title={eventEditor.restoredTitle}>
                {eventEditor.restoredText}{" "}
                <button type="button" onClick={change.discard} className="min-h-11 font-semibold underline">
                  {eventEditor.discard}
                </button>
              </Alert>
            ) : null}
            <EditorErrors key={attempts} attempts={attempts} isDraft={isDraft} />
            {start.slug === null && organizers.length > 1 ? (
              <OrganizerField organizers={organizers} isFixed={slug !== null} />
            ) : (
              <input type="hidden" name="organizer" value={organizers[0]?.slug ?? ""} />
            )}
            <EditorSections shown={shown} />
            <SaveBar
              mode={mode}
              slug={slug}
              state={state}
              onCompare={theirs ? () => setComparing(true) : null}
              onGoOn={goOn}
            />
          </form>
        </div>
        {theirs && isComparing ? (
          <ConflictDialog
            base={isDraft ? saver.saved.form : change.saved.current.form}
            mine={form.getValues()}
            theirs={theirs}
            onResolve={resolve}
            onClose={() => setComparing(false)}
          />
        ) : null}
        {change.consequences ? (
          <MoveDialog
            consequences={change.consequences}
            name={form.getValues("name")}
            pending={state.kind === "saving"}
            onConfirm={() => startTransition(() => void change.save({ isMoveConfirmed: true }))}
            onClose={change.closeConsequences}
          />
        ) : null}
        {guard.isAsking ? <LeaveDialog onStay={guard.stay} onLeave={guard.leave} /> : null}
      </FormProvider>
    </EditorContext>
  );
}
