"use client";

import { useState } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { useAction } from "@/components/forms/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { auditInventoryAction, reconcileInventoryAction } from "@/lib/admin/actions";
import type { Finding } from "@/lib/admin/inventory";
import { inventoryAudit } from "@/texts/admin";

/** Audits every event's seat counters, and reconciles those that differ. */
export function InventoryAudit() {
  const { run, answer, pending } = useAction(auditInventoryAction);
  return (
    <div className="grid grid-cols-1 gap-4">
      <Button variant="secondary" pending={pending} onClick={() => run()} className="justify-self-start">
        {answer?.ok ? inventoryAudit.runAgain : inventoryAudit.run}
      </Button>
      <div aria-live="polite" className="grid grid-cols-1 gap-4 empty:hidden">
        {answer && !answer.ok ? <FailureNotice failure={answer} /> : null}
        {answer?.ok && answer.total === 0 ? (
          <Alert tone="positive" title={inventoryAudit.okTitle}>
            {inventoryAudit.okText}
          </Alert>
        ) : null}
        {answer?.ok && answer.total > 0 ? <Findings key={answer.total} {...answer} /> : null}
      </div>
    </div>
  );
}

function Findings({ findings, total }: { findings: Finding[]; total: number }) {
  return (
    <>
      <Alert tone="warning" title={inventoryAudit.findingsTitle(total)}>
        {total > findings.length ? inventoryAudit.firstFindings(findings.length.toLocaleString("en-GB")) : null}
      </Alert>
      <ul className="rounded-card border border-line bg-surface">
        {findings.map((finding) => (
          <FindingRow key={finding.slug} finding={finding} />
        ))}
      </ul>
    </>
  );
}

function FindingRow({ finding }: { finding: Finding }) {
  const { slug, name, differences, isOversold } = finding;
  const { run, answer, pending } = useAction(reconcileInventoryAction);
  const [isFixed, setFixed] = useState(false);
  return (
    <li className="grid gap-x-6 gap-y-3 border-b border-line px-5 py-4 last:border-0 md:grid-cols-[minmax(0,1fr)_auto] md:items-start">
      <div className="grid min-w-0 gap-1">
        <p dir="auto" className="font-semibold wrap-anywhere">
          {name}
        </p>
        {differences.map((difference) => (
          <p key={difference} className="text-sm text-muted">
            {difference}
          </p>
        ))}
        {answer && !answer.ok ? <p className="text-sm text-danger">{answer.message}</p> : null}
      </div>
      {isOversold ? (
        <p className="text-sm text-danger">{inventoryAudit.oversold}</p>
      ) : isFixed ? (
        <p className="font-semibold text-positive">{inventoryAudit.fixed}</p>
      ) : (
        <Button
          variant="secondary"
          size="sm"
          aria-label={inventoryAudit.fixLabel(name)}
          pending={pending}
          onClick={async () => setFixed((await run({ slug }))?.ok ?? false)}
        >
          {inventoryAudit.fix}
        </Button>
      )}
    </li>
  );
}
