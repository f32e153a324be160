import type { ReactNode } from "react";

/** One number with its label and a note. */
export function StatCard({ label, value, children }: { label: string; value: ReactNode; children?: ReactNode }) {
  return (
    <div className="grid content-start gap-1 rounded-card border border-line bg-surface p-5">
      <dt className="text-sm font-semibold text-muted">{label}</dt>
      <dd className="font-display text-3xl font-semibold tabular-nums">{value}</dd>
      {children ? <dd className="text-sm text-muted">{children}</dd> : null}
    </div>
  );
}
