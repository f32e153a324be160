"use client";

import { useFormAction } from "@/components/forms/use-form-action";
import { Alert } from "@/components/ui/alert";
import { SubmitButton } from "@/components/ui/submit-button";
import { publishEventAction } from "@/lib/event-editing/actions";
import type { ActionFailure } from "@/lib/requests/result";
import { publishForm } from "@/texts/event-publishing";

/** Publishes the version that this page shows. */
export function PublishForm({
  slug,
  version,
  left,
}: {
  slug: string;
  version: number;
  /** The action's result after a submit without scripts. */
  left: ActionFailure | null;
}) {
  const { failure, formProps } = useFormAction(publishEventAction, left);
  return (
    <form {...formProps} className="grid gap-4">
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="version" value={version} />
      {failure ? (
        <Alert tone="danger" title={publishForm.failedTitle}>
          {publishForm.failedText(failure.message)}
        </Alert>
      ) : null}
      <p>
        <SubmitButton>{publishForm.submit}</SubmitButton>
      </p>
    </form>
  );
}
