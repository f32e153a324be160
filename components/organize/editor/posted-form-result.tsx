import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { RichText } from "@/components/ui/rich-text";
import type { EditorResult } from "@/lib/event-editing/action-state";
import type { EventForm } from "@/lib/event-editing/form";
import { diffForms } from "@/lib/event-editing/form-diff";
import { moveDialog, placeholders, postedFormResult, saveStatus } from "@/texts/event-editor";
import { useEditor } from "./editor-context";
import { MoveConsequences } from "./move-consequences";

/** The result of a form that was posted without scripts. */
export function PostedFormResult({ answer, form }: { answer: EditorResult; form: EventForm }) {
  const { idOf } = useEditor();
  if (answer.ok) return answer.isSaved ? <Alert tone="positive" title={postedFormResult.saved} /> : null;
  if (answer.fieldErrors) {
    const errors = Object.entries(answer.fieldErrors).map(([path, message]) => ({ message, target: idOf(path) }));
    return <ErrorSummary title={saveStatus.failed(answer.message)} errors={errors} />;
  }
  if (answer.theirs) {
    const { theirs } = answer;
    return (
      <Alert tone="warning" title={postedFormResult.conflictTitle(theirs.savedBy ?? placeholders.organizer)}>
        <p>{postedFormResult.conflictText}</p>
        <ul className="list-disc ps-5">
          {diffForms(form, form, theirs.form).map(({ key, label, theirs: value }) => (
            <li key={key} className="wrap-anywhere">
              <RichText
                text={postedFormResult.value}
                values={{ label, value: <bdi>{value || postedFormResult.empty}</bdi> }}
              />
            </li>
          ))}
        </ul>
      </Alert>
    );
  }
  if (answer.consequences) {
    return (
      <Alert tone="warning" title={moveDialog.title}>
        <div className="grid gap-4 pt-2">
          <MoveConsequences consequences={answer.consequences} name={form.name} />
          <p>
            <Button type="submit" name="intent" value="confirm-move">
              {moveDialog.submit}
            </Button>
          </p>
        </div>
      </Alert>
    );
  }
  return <Alert tone="danger" title={saveStatus.failed(answer.message)} />;
}
