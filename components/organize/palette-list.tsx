"use client";

import { Command } from "cmdk";
import type { Route } from "next";
import { usePathname, useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { TabLink } from "@/components/ui/tab-links";
import type { PaletteResult } from "@/lib/organize/command-palette";
import { eventPages, paletteList } from "@/texts/organizer";

const eventLinks = [
  ["", eventPages.overview],
  ["/edit", eventPages.edit],
  ["/attendees", eventPages.attendees],
  ["/waitlist", eventPages.waitlist],
  ["/payments", eventPages.payments],
  ["/messages", eventPages.messages],
  ["/insights", eventPages.insights],
  ["/check-in", eventPages.checkIn],
] as const;

const headings = { event: paletteList.events, attendee: paletteList.attendees };
const groupClasses =
  "p-2 [&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-sm [&_[cmdk-group-heading]]:font-semibold [&_[cmdk-group-heading]]:text-muted";
const itemClasses =
  "flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3 rounded-control px-3 py-2 data-[selected=true]:bg-accent-soft";

/** The server's results for some terms, debounced. Null while they are loading. */
function usePaletteResults(terms: string) {
  const [found, setFound] = useState<{ terms: string; finds: PaletteResult[] } | null>(null);
  useEffect(() => {
    if (terms === "") return;
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      const response = await fetch(`/api/organize/palette?q=${encodeURIComponent(terms)}`, {
        signal: controller.signal,
      }).catch(() => null);
      if (controller.signal.aborted) return;
      const finds: PaletteResult[] = response?.ok ? (await response.json()).finds : [];
      setFound({ terms, finds });
    }, 150);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [terms]);
  if (terms === "") return [];
  return found?.terms === terms ? found.finds : null;
}

export function PaletteList({ pages, onDone }: { pages: TabLink[]; onDone: () => void }) {
  const router = useRouter();
  const path = usePathname();
  const [typed, setTyped] = useState("");
  const terms = typed.trim();
  const finds = usePaletteResults(terms);
  const slug = /^\/organize\/events\/([^/]+)/.exec(path)?.[1];
  const ofEvent = eventLinks.map(([page, text]) => ({ href: `/organize/events/${slug}${page}` as Route, text }));
  const groups = [
    { heading: paletteList.thisEvent, links: slug ? ofEvent : [] },
    { heading: paletteList.pages, links: pages },
  ]
    .map(({ heading, links }) => ({
      heading,
      links: links.filter(({ text }) => text.toLowerCase().includes(terms.toLowerCase())),
    }))
    .filter(({ links }) => links.length > 0);

  function go(href: string) {
    onDone();
    router.push(href as Route);
  }

  return (
    <Command label={paletteList.label} shouldFilter={false} loop>
      <Command.Input
        autoFocus
        value={typed}
        onValueChange={setTyped}
        maxLength={100}
        placeholder={paletteList.placeholder}
        className="min-h-14 w-full border-b border-line bg-transparent px-5 text-lg outline-none placeholder:text-muted focus-visible:rounded-none"
      />
      <Command.List className="max-h-[min(26rem,60dvh)] overflow-y-auto">
        {terms !== "" && finds === null ? (
          <Command.Loading className="px-5 py-3 text-muted">{paletteList.loading}</Command.Loading>
        ) : null}
        {finds !== null && finds.length + groups.length === 0 ? (
          <Command.Empty className="px-5 py-6 text-center text-muted">{paletteList.noResults}</Command.Empty>
        ) : null}
        {(["event", "attendee"] as const).map((kind) => {
          const ofKind = (finds ?? []).filter((find) => find.kind === kind);
          return ofKind.length > 0 ? (
            <Command.Group key={kind} heading={headings[kind]} className={groupClasses}>
              {ofKind.map(({ href, title, detail }) => (
                <Command.Item key={href} value={href} onSelect={() => go(href)} className={itemClasses}>
                  <bdi className="font-semibold wrap-anywhere">{title}</bdi>
                  <bdi className="text-sm text-muted wrap-anywhere">{detail}</bdi>
                </Command.Item>
              ))}
            </Command.Group>
          ) : null;
        })}
        {groups.map(({ heading, links }) => (
          <Command.Group key={heading} heading={heading} className={groupClasses}>
            {links.map(({ href, text }) => (
              <Command.Item key={href} value={href} onSelect={() => go(href)} className={itemClasses}>
                <span className="font-semibold">{text}</span>
              </Command.Item>
            ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  );
}
