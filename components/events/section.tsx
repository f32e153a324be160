import { ArrowRight } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { type ReactNode, useId } from "react";

/** A titled part of a page, with a link to more of the same. */
export function Section({
  title,
  more,
  children,
}: {
  title: string;
  more?: { href: Route; text: string };
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-6 pt-16">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-1">
        <h2 id={id} className="text-3xl sm:text-4xl">
          {title}
        </h2>
        {more ? (
          <Link
            href={more.href}
            className="-mx-2 inline-flex min-h-11 items-center gap-2 rounded-control px-2 font-semibold text-accent hover:underline"
          >
            <span>{more.text}</span>
            <ArrowRight aria-hidden="true" className="size-4 rtl:-scale-x-100" />
          </Link>
        ) : null}
      </div>
      {children}
    </section>
  );
}
