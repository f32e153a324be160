"use client";

import { Columns3, Search } from "lucide-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useOptimistic, useRef, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { inputClasses } from "@/components/ui/control-classes";
import { Spinner } from "@/components/ui/spinner";
import {
  type AttendeeSearch,
  attendeesHref,
  bookingColumns,
  defaultColumns,
  NO_COLUMNS,
  parseAttendeeSearch,
  ticketColumns,
} from "@/lib/attendees/search-schema";
import { attendeeFilters, attendeeLabels } from "@/texts/attendees";
import { paymentFilter } from "@/texts/organizer-payments";

const TYPING_PAUSE_MS = 250;

function readSearch(form: HTMLFormElement): AttendeeSearch {
  const data = new FormData(form);
  const fields: Record<string, string> = {};
  for (const [name, value] of data) if (typeof value === "string") fields[name] = value;
  const view = fields.view === "tickets" ? "tickets" : "bookings";
  const columns = data.getAll("columns").join(",") || NO_COLUMNS;
  const isDefault = columns === defaultColumns[view].join(",");
  return parseAttendeeSearch({ ...fields, columns: isDefault ? "" : columns });
}

/** Search, filters, order and columns: one GET form, which submits itself where scripts run. */
export function AttendeeFilters({
  slug,
  search,
  ticketTypes,
}: {
  slug: string;
  search: AttendeeSearch;
  ticketTypes: { code: string; name: string }[];
}) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  // Shows the new choice while its list is loading.
  const [chosen, choose] = useOptimistic(search);
  const form = useRef<HTMLFormElement>(null);
  const searchInput = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const typed = useRef(search.q ?? "");
  const isTickets = search.view === "tickets";

  // The back button and links change the search terms; what is being typed stays.
  useEffect(() => {
    const current = search.q ?? "";
    if (searchInput.current && current !== typed.current.trim()) {
      searchInput.current.value = current;
      typed.current = current;
    }
  }, [search.q]);
  // Searches for what was typed before hydration.
  useEffect(() => {
    if (searchInput.current?.value.trim() !== typed.current)
      searchInput.current?.dispatchEvent(new Event("input", { bubbles: true }));
    return () => clearTimeout(timer.current);
  }, []);

  function go(how: "push" | "replace") {
    clearTimeout(timer.current);
    if (!form.current) return;
    const next = readSearch(form.current);
    startTransition(() => {
      choose(next);
      router[how](attendeesHref(slug, next) as Route, { scroll: false });
    });
  }

  function onType() {
    typed.current = searchInput.current?.value ?? "";
    clearTimeout(timer.current);
    timer.current = setTimeout(() => go("replace"), TYPING_PAUSE_MS);
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    go("replace");
  }

  return (
    <search>
      <form ref={form} action={attendeesHref(slug, { view: "bookings" })} onSubmit={onSubmit} className="grid gap-3">
        {isTickets ? <input type="hidden" name="view" value="tickets" /> : null}
        <div className="flex items-center gap-2 rounded-control border border-line-strong bg-surface ps-4 has-[input:focus-visible]:outline-3 has-[input:focus-visible]:outline-offset-2 has-[input:focus-visible]:outline-accent">
          {pending ? <Spinner /> : <Search aria-hidden="true" className="size-5 shrink-0 text-muted" />}
          <input
            ref={searchInput}
            type="search"
            name="q"
            defaultValue={search.q}
            onInput={onType}
            maxLength={100}
            autoComplete="off"
            aria-label={attendeeFilters.searchLabel}
            placeholder={attendeeFilters.searchPlaceholder}
            className="min-h-12 min-w-0 flex-1 bg-transparent px-2 text-base outline-none placeholder:text-muted"
          />
        </div>
        <div className="grid grid-cols-2 gap-2 sm:flex sm:flex-wrap">
          <Choice
            name="status"
            label={attendeeFilters.status}
            value={chosen.status}
            options={isTickets ? attendeeFilters.ticketStatuses : attendeeFilters.bookingStatuses}
            onChange={() => go("push")}
          />
          <Choice
            name="type"
            label={attendeeFilters.ticketType}
            value={chosen.type}
            options={{
              "": attendeeFilters.allTicketTypes,
              ...Object.fromEntries(ticketTypes.map(({ code, name }) => [code, name])),
            }}
            onChange={() => go("push")}
          />
          <Choice
            name="source"
            label={attendeeFilters.source}
            value={chosen.source}
            options={{ "": attendeeFilters.allSources, ...attendeeLabels.sources }}
            onChange={() => go("push")}
          />
          {chosen.view === "bookings" ? (
            <Choice
              name="payment"
              label={paymentFilter.label}
              value={chosen.payment}
              options={paymentFilter.options}
              onChange={() => go("push")}
            />
          ) : null}
          <Choice
            name="checkedIn"
            label={attendeeFilters.checkIn}
            value={chosen.checkedIn}
            options={attendeeFilters.checkInStatuses}
            onChange={() => go("push")}
          />
          <Choice
            name="sort"
            label={attendeeFilters.order}
            value={chosen.sort}
            options={isTickets ? attendeeLabels.ticketSorts : attendeeLabels.bookingSorts}
            onChange={() => go("push")}
          />
          <ColumnChoice key={search.view} search={chosen} onChange={() => go("replace")} />
        </div>
        <noscript>
          <Button type="submit" variant="secondary" size="sm">
            {attendeeFilters.submit}
          </Button>
        </noscript>
      </form>
    </search>
  );
}

function Choice({
  name,
  label,
  value,
  options,
  onChange,
}: {
  name: string;
  label: string;
  value: string | undefined;
  options: Record<string, string>;
  onChange: () => void;
}) {
  return (
    <select
      name={name}
      aria-label={label}
      value={value ?? Object.keys(options)[0]}
      onChange={onChange}
      className={`${inputClasses} bg-no-repeat pe-11 sm:w-auto sm:max-w-60 ${value ? "border-accent bg-accent-soft" : ""}`}
    >
      {Object.entries(options).map(([option, text]) => (
        <option key={option} value={option}>
          {text}
        </option>
      ))}
    </select>
  );
}

function ColumnChoice({ search, onChange }: { search: AttendeeSearch; onChange: () => void }) {
  const isTickets = search.view === "tickets";
  const labels: Record<string, string> = isTickets ? attendeeLabels.ticketColumns : attendeeLabels.bookingColumns;
  const shown: readonly string[] = search.columns ?? defaultColumns[search.view];
  return (
    <details className="relative">
      <summary className="flex min-h-12 items-center justify-center gap-2 rounded-control border border-line-strong bg-surface px-4 hover:border-ink">
        <Columns3 aria-hidden="true" className="size-5" />
        {attendeeFilters.columns}
      </summary>
      <fieldset className="absolute end-0 z-20 mt-2 grid min-w-56 rounded-control border border-line bg-surface p-3 shadow-lift sm:start-0 sm:end-auto">
        <legend className="sr-only">{attendeeFilters.columns}</legend>
        {(isTickets ? ticketColumns : bookingColumns).map((column) => (
          <label key={column} className="flex min-h-11 items-center gap-3 px-1">
            <input
              type="checkbox"
              name="columns"
              value={column}
              checked={shown.includes(column)}
              onChange={onChange}
              className="size-5 accent-accent"
            />
            <span>{labels[column]}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
