import { Search } from "lucide-react";
import { buttonClasses } from "@/components/ui/control-classes";

/** One field that leads to the search page, with or without JavaScript. */
export function SearchBox() {
  return (
    <search>
      <form
        action="/events"
        className="flex max-w-xl items-center gap-2 rounded-card border border-line-strong bg-surface p-1.5 ps-4 focus-within:border-ink"
      >
        <Search aria-hidden="true" className="size-5 shrink-0 text-muted" />
        <input
          type="search"
          name="q"
          aria-label="Search for events"
          placeholder="A name, a place, a city"
          maxLength={100}
          className="min-h-12 min-w-0 flex-1 bg-transparent px-2 text-base outline-none placeholder:text-muted"
        />
        <button type="submit" className={buttonClasses("primary", "md")}>
          Search
        </button>
      </form>
    </search>
  );
}
