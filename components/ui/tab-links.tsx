"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

export type TabLink = { href: Route; text: string };

/** As the router has it: percent-encoded. */
const toPathname = (path: string) => new URL(path, "http://this.site").pathname;

/**
 * Links to related pages. Marks the current page, or the one above it. Scrolls sideways on a phone, to the current page.
 * `className` is for each link.
 */
export function TabLinks({ label, tabs, className = "" }: { label: string; tabs: TabLink[]; className?: string }) {
  const path = toPathname(usePathname());
  const open = tabs
    .filter(({ href }) => `${path}/`.startsWith(`${toPathname(href)}/`))
    .toSorted((a, b) => b.href.length - a.href.length)[0];
  const current = open?.href;
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    const box = nav.current;
    if (!box) return;
    // Observed, as a page that is still streamed in has no size yet.
    const observer = new ResizeObserver(() => {
      const tab = box.querySelector<HTMLElement>(`[href="${current}"]`);
      // Not scrollIntoView, which would also scroll the page.
      if (tab) box.scrollLeft = tab.offsetLeft - (box.clientWidth - tab.offsetWidth) / 2;
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, [current]);
  return (
    <nav ref={nav} aria-label={label} className="relative -mb-px overflow-x-auto">
      <ul className="flex gap-1">
        {tabs.map(({ href, text }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={href === current ? "page" : undefined}
              className={`flex min-h-11 items-center border-b-2 px-3 font-semibold whitespace-nowrap transition-colors ${
                href === current ? "border-accent text-ink" : "border-transparent text-muted hover:text-ink"
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
