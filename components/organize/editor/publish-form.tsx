"use client";

import { useActionState } from "react";
import { Alert } from "@/components/ui/alert";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ActionRefusal } from "@/lib/access/answers";
import { publishEvent } from "@/lib/event-editing/actions";

/** The last step: what has been read on this page goes live. */
export function PublishForm({
  slug,
  version,
  answer,
}: {
  slug: string;
  version: number;
  /** The action's, to this form sent without scripts. */
  answer: ActionRefusal | null;
}) {
  const [refused, action] = useActionState(publishEvent, answer);
  return (
    <form action={action} className="grid gap-4">
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="version" value={version} />
      {refused ? (
        <Alert tone="danger" title="Not published">
          {`${refused.message} Reload the page to see what is saved now.`}
        </Alert>
      ) : null}
      <p>
        <SubmitButton size="lg">Publish now</SubmitButton>
      </p>
    </form>
  );
}
