import type { Route } from "next";
import Link from "next/link";
import { DateTime } from "@/components/time/date-time";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Progress } from "@/components/ui/progress";
import { RichText } from "@/components/ui/rich-text";
import type { OperationSummary } from "@/lib/operations/types";
import { operationList } from "@/texts/messages";
import { countRecipients, countSettledRecipients, formatOperationTitle } from "./operation-labels";

function badgeFor({ finishedAt, counts }: OperationSummary): { tone: BadgeTone; text: string } {
  if (!finishedAt) return { tone: "accent", text: operationList.running };
  return counts.failed > 0
    ? { tone: "danger", text: operationList.failed(counts.failed.toLocaleString("en-GB")) }
    : { tone: "positive", text: operationList.finished };
}

/** Operations with their progress, newest first. */
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
                  <RichText
                    text={operationList.byline}
                    values={{
                      date: <DateTime start={operation.createdAt} timeZone={event.timeZone} style="short" />,
                      name: <bdi translate="no">{operation.startedBy}</bdi>,
                    }}
                  />
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
