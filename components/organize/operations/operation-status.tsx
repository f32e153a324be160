import { RedirectForm } from "@/components/forms/redirect-form";
import { Progress } from "@/components/ui/progress";
import { SubmitButton } from "@/components/ui/submit-button";
import { tellChangeNowAction, tryFailedAgainAction } from "@/lib/operations/actions";
import type { OperationSummary } from "@/lib/operations/types";
import { settledOf, stateOf, totalOf } from "./operation-words";
import { RefreshWhileRunning } from "./refresh-while-running";

/** How far an operation is, and what can be done about it. */
export function OperationStatus({
  event,
  operation,
}: {
  event: { slug: string; timeZone: string };
  operation: OperationSummary;
}) {
  const { counts, listedAt, finishedAt } = operation;
  const total = totalOf(operation);
  const isWaiting = operation.kind === "event_change" && !listedAt;
  return (
    <div className="grid gap-4 rounded-card border border-line bg-surface p-5 sm:p-7">
      {finishedAt ? null : <RefreshWhileRunning />}
      <p role="status" className="text-lg">
        {stateOf(operation, event.timeZone)}
      </p>
      {listedAt && total > 0 ? <Progress label="People" done={settledOf(operation)} total={total} /> : null}
      {counts.failed > 0 ? (
        <RedirectForm action={tryFailedAgainAction} className="grid gap-2 justify-items-start">
          <Names slug={event.slug} id={operation.id} />
          <SubmitButton variant="secondary">
            {counts.failed === 1 ? "Try the failed one again" : `Try the ${counts.failed} failed again`}
          </SubmitButton>
        </RedirectForm>
      ) : null}
      {isWaiting ? (
        <RedirectForm action={tellChangeNowAction}>
          <Names slug={event.slug} id={operation.id} />
          <SubmitButton variant="secondary">Tell them now</SubmitButton>
        </RedirectForm>
      ) : null}
    </div>
  );
}

function Names({ slug, id }: { slug: string; id: string }) {
  return (
    <>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="operation" value={id} />
    </>
  );
}
