import type { ReactNode } from "react";

/** The page's h1, with an introduction or actions below it. */
export function PageHeader({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <header className="grid gap-3 pt-10 pb-8 sm:pt-14">
      <h1 className="text-4xl leading-[1.05] sm:text-5xl">{title}</h1>
      {children ? <div className="max-w-prose text-lg text-muted text-pretty">{children}</div> : null}
    </header>
  );
}
