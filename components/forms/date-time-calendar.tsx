import type { CalendarDate } from "@internationalized/date";
import { ChevronLeft, ChevronRight } from "lucide-react";
import type { RefObject } from "react";
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Dialog,
  Heading,
  Popover,
} from "react-aria-components";
import type { BrowserClock } from "./use-browser-clock";

const arrow =
  "grid size-11 place-items-center rounded-control hover:bg-sunken data-[focus-visible]:outline-3 data-[focus-visible]:outline-accent";

/**
 * The calendar of a date field. Picking a day closes it and keeps the time. `beside` is the field with its label, which
 * the calendar must not cover.
 */
export function DateTimeCalendar({
  beside,
  firstDay,
  earliest,
  latest,
}: {
  beside: RefObject<HTMLElement | null>;
  firstDay: BrowserClock["firstDay"];
  earliest: CalendarDate | null;
  latest: CalendarDate | null;
}) {
  return (
    <Popover
      triggerRef={beside}
      placement="bottom start"
      className="z-40 max-w-[calc(100vw-1rem)] overflow-auto rounded-card border border-line bg-surface p-4 text-ink shadow-lift"
    >
      <Dialog className="outline-none">
        <Calendar firstDayOfWeek={firstDay} minValue={earliest} maxValue={latest}>
          <div className="flex items-center justify-between gap-2 pb-2">
            <Button slot="previous" className={arrow}>
              <ChevronLeft aria-hidden="true" className="size-5 rtl:-scale-x-100" />
            </Button>
            <Heading className="font-display text-lg font-semibold" />
            <Button slot="next" className={arrow}>
              <ChevronRight aria-hidden="true" className="size-5 rtl:-scale-x-100" />
            </Button>
          </div>
          <CalendarGrid weekdayStyle="short" className="border-collapse">
            <CalendarGridHeader>
              {(day) => <CalendarHeaderCell className="h-9 text-sm font-semibold text-muted">{day}</CalendarHeaderCell>}
            </CalendarGridHeader>
            <CalendarGridBody>
              {(date) => (
                <CalendarCell
                  date={date}
                  className="grid size-11 cursor-pointer place-items-center rounded-control tabular-nums outline-none hover:bg-sunken data-[disabled]:cursor-default data-[disabled]:text-muted data-[disabled]:line-through data-[disabled]:opacity-60 data-[focus-visible]:outline-3 data-[focus-visible]:outline-accent data-[outside-month]:hidden data-[selected]:bg-accent data-[selected]:font-semibold data-[selected]:text-accent-ink data-[today]:font-bold data-[today]:underline data-[today]:underline-offset-4"
                />
              )}
            </CalendarGridBody>
          </CalendarGrid>
        </Calendar>
      </Dialog>
    </Popover>
  );
}
