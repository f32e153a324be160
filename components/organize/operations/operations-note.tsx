import type { Route } from "next";
import Link from "next/link";
import { Alert } from "@/components/ui/alert";
import { RichText } from "@/components/ui/rich-text";
import type { OperationSummary } from "@/lib/operations/types";
import { operationsNote } from "@/texts/messages";
import { formatOperationTitle } from "./operation-labels";

/** For an event's overview: operations that are running or have failures. */
export function OperationsNote({ slug, operations }: { slug: string; operations: OperationSummary[] }) {
  const open = operations.filter(({ finishedAt, counts }) => !finishedAt || counts.failed > 0);
  if (open.length === 0) return null;
  const hasFailed = open.some(({ counts }) => counts.failed > 0);
  return (
    <Alert
      tone={hasFailed ? "warning" : "info"}
      title={hasFailed ? operationsNote.failedTitle : operationsNote.runningTitle}
    >
      <ul className="mt-1 grid gap-1">
        {open.map((operation) => (
          <li key={operation.id}>
            <Link
              href={`/organize/events/${slug}/operations/${operation.id}` as Route}
              prefetch={false}
              className="inline-flex min-h-11 items-center underline wrap-anywhere"
            >
              <span>
                <RichText
                  text={
                    operation.counts.failed > 0
                      ? operationsNote.failed(operation.counts.failed.toLocaleString("en-GB"))
                      : operationsNote.remaining(operation.counts.left.toLocaleString("en-GB"))
                  }
                  values={{ title: <bdi>{formatOperationTitle(operation)}</bdi> }}
                />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
