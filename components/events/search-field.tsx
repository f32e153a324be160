"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { Suggestion } from "@/lib/events/types";
import { searchField } from "@/texts/events";
import { SuggestionList } from "./suggestion-list";

/** Typing on within this time asks once. */
const DEBOUNCE_MS = 120;

async function fetchSuggestions(words: string, signal: AbortSignal): Promise<Suggestion[]> {
  const response = await fetch(`/api/suggestions?${new URLSearchParams({ q: words })}`, { signal });
  const { suggestions = [] }: { suggestions?: Suggestion[] } = response.ok ? await response.json() : {};
  return suggestions;
}

/**
 * The field for words. With scripts, it offers events and cities below itself while somebody types; Enter still searches
 * for what was typed unless one of them was chosen with the arrow keys.
 */
export function SearchField({ words }: { words?: string }) {
  const router = useRouter();
  const listId = useId();
  const asking = useRef<AbortController>(null);
  const [isReady, setIsReady] = useState(false);
  const [suggestions, setSuggestions] = useState<Suggestion[]>([]);
  const [active, setActive] = useState(-1);
  const isOpen = suggestions.length > 0;

  useEffect(() => {
    setIsReady(true);
    return () => asking.current?.abort();
  }, []);

  function close() {
    asking.current?.abort();
    setSuggestions([]);
    setActive(-1);
  }

  function ask(typed: string) {
    asking.current?.abort();
    setActive(-1);
    if (typed.trim() === "") return close();
    const request = new AbortController();
    asking.current = request;
    const { signal } = request;
    const show = async () => {
      // Where none can be had, the field is what it is without scripts.
      const found = await fetchSuggestions(typed, signal).catch(() => []);
      if (signal.aborted) return;
      setSuggestions(found);
    };
    const timer = setTimeout(show, DEBOUNCE_MS);
    signal.addEventListener("abort", () => clearTimeout(timer));
  }

  function open(suggestion: Suggestion) {
    close();
    router.push(suggestion.href as Parameters<typeof router.push>[0]);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    // A key that ends the composing of a word is no key of the list.
    if (event.nativeEvent.isComposing) return;
    // An answer that is on its way must not open the list over the page that Enter leads to.
    if (event.key === "Enter" && active < 0) return close();
    if (event.key === "ArrowDown" && !isOpen) return ask(event.currentTarget.value);
    if (!isOpen) return;
    // One step more than there are: back in the field.
    const steps = suggestions.length + 1;
    const chosen = suggestions[active];
    if (event.key === "ArrowDown") setActive(((active + 2) % steps) - 1);
    else if (event.key === "ArrowUp") setActive(((active + steps) % steps) - 1);
    else if (event.key === "Enter" && chosen) open(chosen);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  }

  return (
    <>
      <input
        type="search"
        name="q"
        aria-label={searchField.searchForEvents}
        placeholder={searchField.aNamePlaceCity}
        defaultValue={words}
        maxLength={100}
        onInput={(event) => ask(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={close}
        className="min-h-12 min-w-0 flex-1 bg-transparent px-2 text-base outline-none placeholder:text-muted"
        {...(isReady && {
          role: "combobox",
          autoComplete: "off",
          "aria-autocomplete": "list" as const,
          "aria-expanded": isOpen,
          "aria-controls": listId,
          "aria-activedescendant": active < 0 ? undefined : `${listId}-${active}`,
        })}
      />
      {isReady ? <SuggestionList id={listId} suggestions={suggestions} active={active} onOpen={open} /> : null}
    </>
  );
}
