"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { Suggestion } from "@/lib/events/types";
import { searchField } from "@/texts/events";
import { SuggestionList } from "./suggestion-list";

const DEBOUNCE_MS = 120;

async function fetchSuggestions(terms: string, signal: AbortSignal): Promise<Suggestion[]> {
  const response = await fetch(`/api/suggestions?${new URLSearchParams({ q: terms })}`, { signal });
  const { suggestions = [] }: { suggestions?: Suggestion[] } = response.ok ? await response.json() : {};
  return suggestions;
}

/**
 * The search field. With scripts, it suggests events and cities while the visitor types. Enter searches for the typed
 * text, unless a suggestion was selected with the arrow keys.
 */
export function SearchField({ terms }: { terms?: string }) {
  const router = useRouter();
  const listId = useId();
  const request = useRef<AbortController>(null);
  const [isReady, setIsReady] = useState(false);
  const [suggestions, setSuggestions] = useState<Suggestion[]>([]);
  const [active, setActive] = useState(-1);
  const isOpen = suggestions.length > 0;

  useEffect(() => {
    setIsReady(true);
    return () => request.current?.abort();
  }, []);

  function close() {
    request.current?.abort();
    setSuggestions([]);
    setActive(-1);
  }

  function suggest(typed: string) {
    request.current?.abort();
    setActive(-1);
    if (typed.trim() === "") return close();
    const controller = new AbortController();
    request.current = controller;
    const { signal } = controller;
    const show = async () => {
      // Without suggestions the field works as it does without scripts.
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
    // This key ends an input method's composition and is not meant for the list.
    if (event.nativeEvent.isComposing) return;
    // A pending response must not open the list over the next page.
    if (event.key === "Enter" && active < 0) return close();
    if (event.key === "ArrowDown" && !isOpen) return suggest(event.currentTarget.value);
    if (!isOpen) return;
    // One step past the last suggestion is the field itself.
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
        aria-label={searchField.label}
        placeholder={searchField.placeholder}
        defaultValue={terms}
        maxLength={100}
        onInput={(event) => suggest(event.currentTarget.value)}
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
