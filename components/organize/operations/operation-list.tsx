import type { Route } from "next";
import Link from "next/link";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Progress } from "@/components/ui/progress";
import type { OperationSummary } from "@/lib/operations/types";
import { formatBrief } from "@/lib/time/format";
import { operationList } from "@/texts/messages";
import { countRecipients, countSettledRecipients, formatOperationTitle } from "./operation-labels";

function badgeFor({ finishedAt, counts }: OperationSummary): { tone: BadgeTone; text: string } {
  if (!finishedAt) return { tone: "accent", text: "Under way" };
  return counts.failed > 0
    ? { tone: "danger", text: `${counts.failed} failed` }
    : { tone: "positive", text: "Finished" };
}

/** Operations, newest first, each with how far it is. */
export function OperationList({
  event,
  operations,
}: {
  event: { slug: string; timeZone: string };
  operations: OperationSummary[];
}) {
  return (
    <ul className="grid gap-3">
      {operations.map((operation) => {
        const { tone, text } = badgeFor(operation);
        return (
          <li key={operation.id} className="relative grid gap-3 rounded-card border border-line bg-surface p-5">
            <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
              <div className="min-w-0">
                <Link
                  href={`/organize/events/${event.slug}/operations/${operation.id}` as Route}
                  prefetch={false}
                  className="text-lg font-semibold wrap-anywhere after:absolute after:inset-0 hover:underline"
                >
                  <bdi>{formatOperationTitle(operation)}</bdi>
                </Link>
                <p className="text-sm text-muted">
                  <span>{`${formatBrief(operation.createdAt, event.timeZone)}, `}</span>
                  <bdi translate="no">{operation.startedBy}</bdi>
                </p>
              </div>
              <Badge tone={tone}>{text}</Badge>
            </div>
            <Progress
              label={operationList.people}
              done={countSettledRecipients(operation)}
              total={countRecipients(operation)}
            />
          </li>
        );
      })}
    </ul>
  );
}
