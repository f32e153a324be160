import type { ReactNode } from "react";

export function EmptyState({
  title,
  children,
  action,
  icon,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  icon?: ReactNode;
}) {
  return (
    <div className="grid justify-items-center gap-4 rounded-card border border-dashed border-line-strong px-6 py-14 text-center">
      {icon ? (
        <div className="grid size-14 place-items-center rounded-full bg-accent-soft text-accent">{icon}</div>
      ) : null}
      <h2 className="text-2xl">{title}</h2>
      {children ? <div className="max-w-prose text-muted text-pretty">{children}</div> : null}
      {action ? <div className="mt-2 flex flex-wrap justify-center gap-3">{action}</div> : null}
    </div>
  );
}
