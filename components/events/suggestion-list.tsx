import { CalendarDays, MapPin } from "lucide-react";
import type { Suggestion } from "@/lib/events/types";
import { suggestionList } from "@/texts/events";

const icons = { city: MapPin, event: CalendarDays };

/** The list below the search field. The field keeps the focus and handles the keys. */
export function SuggestionList({
  id,
  suggestions,
  active,
  onOpen,
}: {
  id: string;
  suggestions: Suggestion[];
  /** Index of the selected suggestion; -1 for none. */
  active: number;
  onOpen: (suggestion: Suggestion) => void;
}) {
  const count = suggestions.length;
  return (
    <>
      <div
        id={id}
        role="listbox"
        aria-label={suggestionList.label}
        tabIndex={-1}
        hidden={count === 0}
        // Else the field would lose the focus and close the list before the click arrives.
        onPointerDown={(event) => event.preventDefault()}
        onMouseDown={(event) => event.preventDefault()}
        className="absolute inset-x-0 top-full z-20 mt-2 grid max-h-[60vh] grid-cols-1 overflow-y-auto rounded-card border border-line bg-surface p-2 text-ink shadow-lift"
      >
        {suggestions.map((suggestion, at) => {
          const Icon = icons[suggestion.kind];
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
            <div
              key={suggestion.href}
              id={`${id}-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === active}
              ref={at === active ? (option) => option?.scrollIntoView({ block: "nearest" }) : undefined}
              onClick={() => onOpen(suggestion)}
              className="flex min-h-12 cursor-pointer items-center gap-3 rounded-control px-3 py-2 hover:bg-sunken aria-selected:bg-accent-soft"
            >
              <Icon aria-hidden="true" className="size-5 shrink-0 text-accent" />
              <span className="grid min-w-0">
                <bdi className="truncate font-medium">{suggestion.title}</bdi>
                <span className="truncate text-sm text-muted">{suggestion.detail}</span>
              </span>
            </div>
          );
        })}
      </div>
      <p role="status" className="sr-only">
        {count > 0 ? suggestionList.count(count) : ""}
      </p>
    </>
  );
}
