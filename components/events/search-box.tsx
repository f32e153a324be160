import { Search } from "lucide-react";
import { buttonClasses } from "@/components/ui/control-classes";
import { searchBox } from "@/texts/events";
import { SearchField } from "./search-field";

/** The search field and its button, for a GET form to /events. */
export function SearchBox({ terms }: { terms?: string }) {
  return (
    <div className="relative flex items-center gap-2 rounded-card border border-line-strong bg-surface p-1.5 ps-4 has-[input:focus-visible]:outline-3 has-[input:focus-visible]:outline-offset-2 has-[input:focus-visible]:outline-accent">
      <Search aria-hidden="true" className="size-5 shrink-0 text-muted" />
      <SearchField terms={terms} />
      <button type="submit" className={buttonClasses("primary", "md")}>
        {searchBox.submit}
      </button>
    </div>
  );
}
