"use client";

import { useEffect, useState } from "react";
import { sectionNav, sections } from "@/texts/event-editor";
import { type SectionKey, sectionId } from "./editor-section";

/** Links to the sections of the form; the one in view is marked. */
export function SectionNav({ slug, shown }: { slug: string | null; shown: SectionKey[] }) {
  const [current, setCurrent] = useState<SectionKey | undefined>(shown[0]);

  useEffect(() => {
    const seen = new Map<Element, boolean>();
    const keys = new Map<Element, SectionKey>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) seen.set(target, isIntersecting);
        const first = [...keys].find(([element]) => seen.get(element));
        if (first) setCurrent(first[1]);
      },
      { rootMargin: "-20% 0px -60%" },
    );
    for (const key of shown) {
      const element = document.getElementById(sectionId(slug, key));
      if (!element) continue;
      keys.set(element, key);
      observer.observe(element);
    }
    return () => observer.disconnect();
  }, [slug, shown]);

  return (
    <nav aria-label={sectionNav.label} className="sticky top-24 hidden self-start lg:block">
      <ul className="grid gap-0.5 border-s border-line">
        {shown.map((key) => (
          <li key={key}>
            <a
              href={`#${sectionId(slug, key)}`}
              aria-current={key === current ? "true" : undefined}
              className={`-ms-px flex min-h-11 items-center border-s-2 px-4 transition-colors ${
                key === current
                  ? "border-accent font-semibold text-ink"
                  : "border-transparent text-muted hover:text-ink"
              }`}
            >
              {sections[key]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
