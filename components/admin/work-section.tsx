import type { ReactNode } from "react";
import { backgroundPage } from "@/texts/admin";

export const listClasses = "rounded-card border border-line bg-surface";
export const rowClasses =
  "grid gap-x-6 gap-y-3 border-b border-line px-5 py-4 last:border-0 md:grid-cols-[minmax(0,1fr)_auto] md:items-center";

type WorkSectionProps = {
  id: string;
  title: string;
  text: string;
  empty: string;
  count: number;
  /** So many are shown at most: there may be more. */
  maxShown: number;
  children: ReactNode;
};

/** A list of work for superusers, with its count. */
export function WorkSection({ id, title, text, empty, count, maxShown, children }: WorkSectionProps) {
  const shownCount = count === maxShown ? backgroundPage.atLeast(`${count}`) : `${count}`;
  return (
    <section aria-labelledby={id} className="grid grid-cols-1 gap-3">
      <h2 id={id} className="text-xl">
        {count === 0 ? title : backgroundPage.sectionTitle(title, shownCount)}
      </h2>
      <p className="max-w-prose text-muted text-pretty">{text}</p>
      {count === 0 ? <p className="font-medium text-positive">{empty}</p> : children}
    </section>
  );
}
