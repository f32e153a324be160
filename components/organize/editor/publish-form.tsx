"use client";

import { useFormAction } from "@/components/forms/use-form-action";
import { Alert } from "@/components/ui/alert";
import { SubmitButton } from "@/components/ui/submit-button";
import { publishEventAction } from "@/lib/event-editing/actions";
import type { ActionFailure } from "@/lib/requests/result";
import { publishForm } from "@/texts/event-editor";

/** The last step: what has been read on this page goes live. */
export function PublishForm({
  slug,
  version,
  left,
}: {
  slug: string;
  version: number;
  /** The action's result, where this form was sent without scripts. */
  left: ActionFailure | null;
}) {
  const { failure, formProps } = useFormAction(publishEventAction, left);
  return (
    <form {...formProps} className="grid gap-4">
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="version" value={version} />
      {failure ? (
        <Alert tone="danger" title={publishForm.notPublished}>
          {publishForm.reloadThePageToSee(failure.message)}
        </Alert>
      ) : null}
      <p>
        <SubmitButton size="lg">{publishForm.publishNow}</SubmitButton>
      </p>
    </form>
  );
}
