import { RedirectForm } from "@/components/forms/redirect-form";
import { DateTime } from "@/components/time/date-time";
import { Progress } from "@/components/ui/progress";
import { RichText } from "@/components/ui/rich-text";
import { SubmitButton } from "@/components/ui/submit-button";
import { retryFailedRecipientsAction, sendChangeNowAction } from "@/lib/operations/actions";
import type { OperationSummary } from "@/lib/operations/types";
import { operationStatus } from "@/texts/messages";
import { countRecipients, countSettledRecipients, describeOperationState } from "./operation-labels";
import { RefreshWhileRunning } from "./refresh-while-running";

/** The progress of an operation, with its buttons. */
export function OperationStatus({
  event,
  operation,
}: {
  event: { slug: string; timeZone: string };
  operation: OperationSummary;
}) {
  const { counts, listedAt, finishedAt } = operation;
  const total = countRecipients(operation);
  const { text, startsAt } = describeOperationState(operation);
  const isWaiting = operation.kind === "event_change" && !listedAt;
  return (
    <div className="grid gap-4 rounded-card border border-line bg-surface p-5 sm:p-7">
      {finishedAt ? null : <RefreshWhileRunning />}
      <p role="status" className="text-lg">
        <RichText text={text} values={{ time: <DateTime start={startsAt} timeZone={event.timeZone} style="time" /> }} />
      </p>
      {listedAt && total > 0 ? (
        <Progress label={operationStatus.people} done={countSettledRecipients(operation)} total={total} />
      ) : null}
      {counts.failed > 0 ? (
        <RedirectForm action={retryFailedRecipientsAction} className="grid gap-2 justify-items-start">
          <OperationFields slug={event.slug} id={operation.id} />
          <SubmitButton variant="secondary">{operationStatus.retry(counts.failed)}</SubmitButton>
        </RedirectForm>
      ) : null}
      {isWaiting ? (
        <RedirectForm action={sendChangeNowAction}>
          <OperationFields slug={event.slug} id={operation.id} />
          <SubmitButton variant="secondary">{operationStatus.sendNow}</SubmitButton>
        </RedirectForm>
      ) : null}
    </div>
  );
}

function OperationFields({ slug, id }: { slug: string; id: string }) {
  return (
    <>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="operation" value={id} />
    </>
  );
}
