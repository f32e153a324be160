import { type FieldErrors, useFormContext } from "react-hook-form";
import { ErrorSummary, type SummedError } from "@/components/ui/error-summary";
import type { EventForm } from "@/lib/event-editing/form";
import { useEditor } from "./editor-context";

/** Every message in a tree of errors, with the path of its field. */
function flat(errors: object, path = ""): [string, string][] {
  return Object.entries(errors).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    if (typeof value !== "object" || value === null || key === "ref") return [];
    const here = key === "root" ? path : path ? `${path}.${key}` : key;
    if ("message" in value && typeof value.message === "string") return [[here, value.message]];
    return flat(value, here);
  });
}

export function messageAt(errors: FieldErrors<EventForm>, path: string): string | undefined {
  return flat(errors).find(([at]) => at === path)?.[1];
}

/** What keeps a published event from being saved, since the save was asked for. */
export function EditorErrors({ attempts }: { attempts: number }) {
  const { formState } = useFormContext<EventForm>();
  const { idOf } = useEditor();
  const errors: SummedError[] = flat(formState.errors).map(([path, message]) => ({
    message,
    target: idOf(path),
  }));
  if (attempts === 0 || errors.length === 0) return null;
  return <ErrorSummary title="Not saved yet: some fields need another look" errors={errors} />;
}
