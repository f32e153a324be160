import type { ReactNode } from "react";

export type AlertTone = "info" | "positive" | "warning" | "danger";

const tones: Record<AlertTone, { box: string; title: string }> = {
  info: { box: "bg-sunken", title: "text-ink" },
  positive: { box: "bg-positive-soft", title: "text-positive" },
  warning: { box: "bg-warning-soft", title: "text-warning" },
  danger: { box: "bg-danger-soft", title: "text-danger" },
};

/** A notice in the flow of the page. A danger interrupts a screen reader, the others do not. */
export function Alert({ tone, title, children }: { tone: AlertTone; title?: ReactNode; children?: ReactNode }) {
  return (
    <div role={tone === "danger" ? "alert" : "status"} className={`rounded-control px-4 py-3 ${tones[tone].box}`}>
      {title ? <p className={`font-semibold ${tones[tone].title}`}>{title}</p> : null}
      {children ? <div className="text-ink">{children}</div> : null}
    </div>
  );
}
