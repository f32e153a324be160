import { Search } from "lucide-react";
import { buttonClasses } from "@/components/ui/control-classes";

/** The field for words and its button, for a GET form to /events. */
export function SearchBox({ words }: { words?: string }) {
  return (
    <div className="flex items-center gap-2 rounded-card border border-line-strong bg-surface p-1.5 ps-4 has-[input:focus-visible]:outline-3 has-[input:focus-visible]:outline-offset-2 has-[input:focus-visible]:outline-accent">
      <Search aria-hidden="true" className="size-5 shrink-0 text-muted" />
      <input
        type="search"
        name="q"
        aria-label="Search for events"
        placeholder="A name, a place, a city"
        defaultValue={words}
        maxLength={100}
        className="min-h-12 min-w-0 flex-1 bg-transparent px-2 text-base outline-none placeholder:text-muted"
      />
      <button type="submit" className={buttonClasses("primary", "md")}>
        Search
      </button>
    </div>
  );
}
