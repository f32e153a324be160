import { Search } from "lucide-react";
import type { Route } from "next";
import { Button } from "@/components/ui/button";
import { ChipLink } from "@/components/ui/chip-link";
import { inputClasses } from "@/components/ui/control-classes";
import { listSearch } from "@/texts/admin";

/** Search and filters of a list, kept in the URL. */
export function ListSearch<Show extends string>({
  path,
  label,
  q,
  show,
  shows,
}: {
  path: "/admin/users" | "/admin/events";
  label: string;
  q?: string;
  show: Show;
  shows: Record<Show, string>;
}) {
  const names = Object.entries<string>(shows);
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <nav aria-label={listSearch.filterLabel}>
        <ul className="flex flex-wrap gap-2">
          {names.map(([value, text]) => (
            <li key={value}>
              <ChipLink href={listHref(path, { q, show: value })} current={value === show}>
                {text}
              </ChipLink>
            </li>
          ))}
        </ul>
      </nav>
      <search className="w-full sm:w-auto">
        <form action={path} className="flex items-center gap-2">
          {show === "all" ? null : <input type="hidden" name="show" value={show} />}
          <input
            type="search"
            name="q"
            defaultValue={q}
            aria-label={label}
            placeholder={label}
            className={`${inputClasses} min-w-0 flex-1 sm:w-72`}
          />
          <Button type="submit" variant="secondary" aria-label={listSearch.submit}>
            <Search aria-hidden="true" className="size-5" />
          </Button>
        </form>
      </search>
    </div>
  );
}

/** The URL of a list, without empty parameters. */
export function listHref(
  path: string,
  { q, show, after, before }: { q?: string; show?: string; after?: string | null; before?: string | null },
): Route {
  const query = new URLSearchParams();
  if (q) query.set("q", q);
  if (show && show !== "all") query.set("show", show);
  if (after) query.set("after", after);
  if (before) query.set("before", before);
  return (query.size > 0 ? `${path}?${query}` : path) as Route;
}
