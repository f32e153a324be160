import type { Route } from "next";
import Link from "next/link";
import { Alert } from "@/components/ui/alert";
import type { OperationSummary } from "@/lib/operations/types";
import { operationsNote } from "@/texts/messages";
import { formatOperationTitle } from "./operation-labels";

/** For an event's overview: what is under way for its people, or did not reach everybody; nothing where all is well. */
export function OperationsNote({ slug, operations }: { slug: string; operations: OperationSummary[] }) {
  const open = operations.filter(({ finishedAt, counts }) => !finishedAt || counts.failed > 0);
  if (open.length === 0) return null;
  const hasFailed = open.some(({ counts }) => counts.failed > 0);
  return (
    <Alert
      tone={hasFailed ? "warning" : "info"}
      title={hasFailed ? operationsNote.notEverybodyWasReached : operationsNote.mailsAreGoingOut}
    >
      <ul className="mt-1 grid gap-1">
        {open.map((operation) => (
          <li key={operation.id}>
            <Link
              href={`/organize/events/${slug}/operations/${operation.id}` as Route}
              prefetch={false}
              className="inline-flex min-h-11 items-center underline wrap-anywhere"
            >
              <bdi>{formatOperationTitle(operation)}</bdi>
              <span>{`: ${operation.counts.failed > 0 ? `${operation.counts.failed} failed` : `${operation.counts.left} to go`}`}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
