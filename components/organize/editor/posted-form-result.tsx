import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { EditorResult } from "@/lib/event-editing/action-state";
import type { EventForm } from "@/lib/event-editing/form";
import { diffForms } from "@/lib/event-editing/form-diff";
import { postedFormResult } from "@/texts/event-editor";
import { useEditor } from "./editor-context";
import { MoveConsequences } from "./move-consequences";

/** The answer to a form that was posted without scripts: what was saved, or why not, and how to go on. */
export function PostedFormResult({ answer, form }: { answer: EditorResult; form: EventForm }) {
  const { idOf } = useEditor();
  if (answer.ok) return answer.isSaved ? <Alert tone="positive" title={postedFormResult.saved} /> : null;
  if (answer.fieldErrors) {
    const errors = Object.entries(answer.fieldErrors).map(([path, message]) => ({ message, target: idOf(path) }));
    return <ErrorSummary title={postedFormResult.notSaved(answer.message)} errors={errors} />;
  }
  if (answer.theirs) {
    const { theirs } = answer;
    return (
      <Alert tone="warning" title={`Not saved: ${theirs.savedBy ?? "somebody else"} has saved this event meanwhile`}>
        <p>{postedFormResult.whatYouTypedIsBelow}</p>
        <ul className="list-disc ps-5">
          {diffForms(form, form, theirs.form).map(({ key, label, theirs: value }) => (
            <li key={key} className="wrap-anywhere">
              <span>{`${label}: `}</span>
              <bdi>{value || postedFormResult.empty}</bdi>
            </li>
          ))}
        </ul>
      </Alert>
    );
  }
  if (answer.consequences) {
    return (
      <Alert tone="warning" title={postedFormResult.tellEverybodyWhoHasBooked}>
        <div className="grid gap-4 pt-2">
          <MoveConsequences consequences={answer.consequences} name={form.name} />
          <p>
            <Button type="submit" name="intent" value="confirm-move">
              {postedFormResult.saveAndTellThem}
            </Button>
          </p>
        </div>
      </Alert>
    );
  }
  return <Alert tone="danger" title={postedFormResult.notSaved(answer.message)} />;
}
