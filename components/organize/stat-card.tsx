import type { ReactNode } from "react";

/** One number with its label and a note. */
export function StatCard({ label, value, children }: { label: string; value: ReactNode; children?: ReactNode }) {
  // A phone has two cards in a row: a large amount must not break in the middle of a number.
  const isLong = typeof value === "string" && value.length > 9;
  return (
    <div className="grid content-start gap-1 rounded-card border border-line bg-surface p-5">
      <dt className="text-sm font-semibold text-muted">{label}</dt>
      <dd className={`font-display font-semibold tabular-nums ${isLong ? "text-xl leading-9" : "text-3xl"}`}>
        {value}
      </dd>
      {children ? <dd className="text-sm text-muted">{children}</dd> : null}
    </div>
  );
}
