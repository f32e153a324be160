"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";

export type TabLink = { href: Route; text: string };

/** As the router has it: percent-encoded. */
const toPathname = (path: string) => new URL(path, "http://this.site").pathname;

/**
 * Links to related pages. Marks the current page, or the one above it. Scrolls sideways on a phone. `className` is for
 * each link.
 */
export function TabLinks({ label, tabs, className = "" }: { label: string; tabs: TabLink[]; className?: string }) {
  const path = toPathname(usePathname());
  const open = tabs
    .filter(({ href }) => `${path}/`.startsWith(`${toPathname(href)}/`))
    .toSorted((a, b) => b.href.length - a.href.length)[0];
  return (
    <nav aria-label={label} className="-mb-px overflow-x-auto">
      <ul className="flex gap-1">
        {tabs.map(({ href, text }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={href === open?.href ? "page" : undefined}
              className={`flex min-h-11 items-center border-b-2 px-3 font-semibold whitespace-nowrap transition-colors ${
                href === open?.href ? "border-accent text-ink" : "border-transparent text-muted hover:text-ink"
              } ${className}`}
            >
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
