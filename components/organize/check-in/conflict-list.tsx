"use client";

import type { Route } from "next";
import Link from "next/link";
import { FailureNotice } from "@/components/forms/failure-notice";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { resolveScanConflictAction } from "@/lib/check-in/actions";
import { conflictList } from "@/texts/check-in";

type ConflictData = { id: string; title: string; detail: string; holderName: string; reference: string | null };

/** People whom an offline device should not have let in, until the team has reviewed each. */
export function ConflictList({ slug, conflicts }: { slug: string; conflicts: ConflictData[] }) {
  if (conflicts.length === 0) return null;
  return (
    <Card className="grid gap-4">
      <h2 className="text-xl">{conflictList.title}</h2>
      <p className="text-muted text-pretty">{conflictList.intro}</p>
      <ul aria-label={conflictList.title} className="divide-y divide-line border-y border-line">
        {conflicts.map((conflict) => (
          <ConflictItem key={conflict.id} slug={slug} conflict={conflict} />
        ))}
      </ul>
    </Card>
  );
}

function ConflictItem({ slug, conflict }: { slug: string; conflict: ConflictData }) {
  const { run, answer, pending } = useAction(resolveScanConflictAction);
  const { id, title, detail, holderName, reference } = conflict;
  const name = <bdi translate="no">{holderName || conflictList.noName}</bdi>;
  return (
    <li className="grid gap-3 py-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-start">
      <div className="grid min-w-0 gap-0.5">
        <h3 className="font-sans text-base font-semibold text-danger">{title}</h3>
        <p className="font-semibold wrap-anywhere">
          {reference ? (
            <Link
              href={`/organize/events/${slug}/attendees/${reference}` as Route}
              prefetch={false}
              className="underline underline-offset-4"
            >
              {name}
            </Link>
          ) : (
            name
          )}
        </p>
        <p className="text-sm text-muted wrap-anywhere">{detail}</p>
        {answer && !answer.ok ? <FailureNotice failure={answer} /> : null}
      </div>
      <Button
        variant="secondary"
        size="sm"
        pending={pending}
        aria-label={conflictList.resolveLabel(title, holderName || conflictList.unknownName)}
        onClick={() => void run({ slug, scanId: id })}
      >
        {conflictList.resolve}
      </Button>
    </li>
  );
}
