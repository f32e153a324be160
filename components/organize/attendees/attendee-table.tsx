"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { type ReactNode, useRef } from "react";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import { attendeeTable } from "@/texts/attendees";
import { SelectionBar } from "./selection-bar";
import { useHydrated } from "./use-hydrated";
import { useSelection } from "./use-selection";

export type Column = {
  name: string;
  text: string;
  /** Sorts the list by this column, or reverses the order. */
  href?: Route;
  order?: "ascending" | "descending";
  isNumber?: boolean;
  /** On a card: beside the name, without its label, or not at all where another column covers it. */
  onCard?: "aside" | "plain" | "left-out";
};

const cardClasses = {
  aside: "max-md:col-start-3 max-md:row-start-1 max-md:self-start",
  plain: "max-md:col-span-2 max-md:col-start-2",
  "left-out": "max-md:hidden",
};

export type AttendeeLine = {
  /** Unique on the page. */
  id: string;
  reference: string;
  /** Names the row for its checkbox. */
  label: string;
  /** By column name. */
  cells: Record<string, ReactNode>;
};

const checkboxClasses = "size-5 accent-accent";

/** A table of attendees; on narrow screens, a card for each line. */
export function AttendeeTable({
  slug,
  caption,
  columns,
  lines,
}: {
  slug: string;
  caption: string;
  columns: Column[];
  lines: AttendeeLine[];
}) {
  const hasScripts = useHydrated();
  const selection = useSelection(lines.map(({ id }) => id));
  const withShift = useRef(false);
  const references = [...new Set(lines.filter(({ id }) => selection.has(id)).map(({ reference }) => reference))];
  return (
    <div className="grid gap-4">
      {hasScripts ? (
        <SelectAll selection={selection} className="flex min-h-11 items-center gap-3 px-3 md:hidden">
          <span aria-hidden="true">{attendeeTable.selectAll}</span>
        </SelectAll>
      ) : null}
      <Table caption={caption}>
        <thead className="border-b border-line bg-sunken text-sm max-md:hidden">
          <tr>
            <HeaderCell className="w-14">
              {hasScripts ? (
                <SelectAll selection={selection} className="-m-3 grid size-11 place-items-center" />
              ) : (
                <span className="sr-only">{attendeeTable.selection}</span>
              )}
            </HeaderCell>
            {columns.map((column) => (
              <HeaderCell key={column.name} aria-sort={column.order} className={column.isNumber ? "text-end" : ""}>
                <Heading column={column} />
              </HeaderCell>
            ))}
          </tr>
        </thead>
        <tbody className="max-md:block max-md:wrap-anywhere">
          {lines.map((line) => (
            <Row
              key={line.id}
              className={`relative transition-colors hover:bg-sunken max-md:grid max-md:grid-cols-[2.75rem_minmax(0,1fr)_auto] max-md:gap-y-0.5 max-md:py-3 max-md:pe-4 ${
                selection.has(line.id) ? "bg-accent-soft hover:bg-accent-soft" : ""
              }`}
            >
              <Cell className="w-14 max-md:row-span-5 max-md:row-start-1 max-md:p-0">
                {hasScripts ? (
                  <label className="-m-3 grid size-11 place-items-center select-none max-md:m-0">
                    <input
                      type="checkbox"
                      aria-label={attendeeTable.select(line.label)}
                      checked={selection.has(line.id)}
                      onClick={(event) => {
                        withShift.current = event.shiftKey;
                      }}
                      onChange={(event) => selection.toggle(line.id, event.currentTarget.checked, withShift.current)}
                      className={checkboxClasses}
                    />
                  </label>
                ) : null}
              </Cell>
              {columns.map((column, at) => (
                <Cell
                  key={column.name}
                  className={`max-md:p-0 ${column.isNumber ? "tabular-nums md:text-end" : ""} ${
                    at === 0 ? "max-md:col-start-2 max-md:row-start-1" : cardClasses[column.onCard ?? "plain"]
                  }`}
                >
                  {at === 0 || column.onCard ? null : (
                    <span className="me-2 text-sm text-muted md:hidden">{column.text}</span>
                  )}
                  <div className="contents">{line.cells[column.name]}</div>
                </Cell>
              ))}
            </Row>
          ))}
        </tbody>
      </Table>
      <SelectionBar slug={slug} references={references} onClear={() => selection.setAll(false)} />
    </div>
  );
}

function SelectAll({
  selection,
  className,
  children,
}: {
  selection: ReturnType<typeof useSelection>;
  className: string;
  children?: ReactNode;
}) {
  return (
    <label className={className}>
      <input
        type="checkbox"
        aria-label={attendeeTable.selectAll}
        checked={selection.all}
        ref={(element) => {
          if (element) element.indeterminate = !selection.all && selection.selected.length > 0;
        }}
        onChange={(event) => selection.setAll(event.currentTarget.checked)}
        className={checkboxClasses}
      />
      {children}
    </label>
  );
}

function Heading({ column }: { column: Column }) {
  if (!column.href) return column.text;
  return (
    <Link
      href={column.href}
      scroll={false}
      className="-my-3 inline-flex min-h-11 items-center gap-1.5 underline-offset-4 hover:text-ink hover:underline"
    >
      <span>{column.text}</span>
      {column.order === "ascending" ? <ArrowUp aria-hidden="true" className="size-4" /> : null}
      {column.order === "descending" ? <ArrowDown aria-hidden="true" className="size-4" /> : null}
    </Link>
  );
}
