import { type FieldErrors, useFormContext } from "react-hook-form";
import { ErrorSummary, type SummaryError } from "@/components/ui/error-summary";
import type { EventForm } from "@/lib/event-editing/form";
import { editorErrors } from "@/texts/event-errors";
import { useEditor } from "./editor-context";

/** Every message in a tree of errors, with the path of its field. */
function flattenErrors(errors: object, path = ""): [string, string][] {
  return Object.entries(errors).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    if (typeof value !== "object" || value === null || key === "ref") return [];
    const here = key === "root" ? path : path ? `${path}.${key}` : key;
    if ("message" in value && typeof value.message === "string") return [[here, value.message]];
    return flattenErrors(value, here);
  });
}

export function errorMessageAt(errors: FieldErrors<EventForm>, path: string): string | undefined {
  return flattenErrors(errors).find(([at]) => at === path)?.[1];
}

/**
 * The errors that keep a published event from being saved, or a draft from being published, once the organizer has
 * tried to. For a draft, the first field gets the focus.
 */
export function EditorErrors({ attempts, isDraft }: { attempts: number; isDraft: boolean }) {
  const { formState } = useFormContext<EventForm>();
  const { idOf } = useEditor();
  const errors: SummaryError[] = flattenErrors(formState.errors).map(([path, message]) => ({
    message,
    target: idOf(path),
  }));
  if (attempts === 0 || errors.length === 0) return null;
  const title = isDraft ? editorErrors.notReady(errors.length) : editorErrors.notSaved;
  return <ErrorSummary title={title} errors={errors} focusesFirst={isDraft} />;
}
