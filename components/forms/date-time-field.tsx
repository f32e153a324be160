"use client";

import { CalendarDateTime, parseDate, parseDateTime, toCalendarDate, today } from "@internationalized/date";
import { CalendarDays } from "lucide-react";
import { useMemo, useRef } from "react";
import {
  Button,
  DateInput,
  DatePicker,
  DateSegment,
  FieldError,
  Group,
  I18nProvider,
  Label,
  Text,
} from "react-aria-components";
import { zoneName } from "@/lib/time/format";
import { clockChangeAt, toInstant } from "@/lib/time/wall-clock";
import { dateTimeField } from "@/texts/site";
import { ClockChangeNotice } from "./clock-change-notice";
import { DateTimeCalendar } from "./date-time-calendar";
import { TimeList } from "./time-list";
import { useBrowserClock } from "./use-browser-clock";

function parseWallClock(wall: string): CalendarDateTime | null {
  try {
    return wall ? parseDateTime(wall) : null;
  } catch {
    return null;
  }
}

/** "Sunday, WET", which the segments do not show. */
function formatDayAndZone(wall: string, timeZone: string) {
  const read = toInstant(wall, timeZone);
  if (!read.ok) return null;
  const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone }).format(read.at);
  return `${weekday}, ${zoneName(read.at, timeZone)}`;
}

function parseDay(wall: string | undefined) {
  const day = wall?.slice(0, 10);
  return day && /^[1-9]\d{3}-/.test(day) ? parseDate(day) : null;
}

const findSegment = (group: Element) => group.querySelector<HTMLElement>("[role=spinbutton]");

/**
 * A date and time in `timeZone`, typed or picked. `value` is a wall clock of lib/time/wall-clock, or "". A notice below
 * the field explains a time that the clocks skip or show twice. Days outside of `earliest` and `latest`, which are wall
 * clocks, cannot be picked. `usualHour` is the initial time of a day.
 */
export function DateTimeField({
  id,
  label,
  value,
  onChange,
  timeZone,
  error,
  hint,
  earliest,
  latest,
  usualHour = 0,
  required = false,
  disabled = false,
}: {
  id?: string;
  label: string;
  value: string;
  onChange: (wall: string) => void;
  timeZone: string;
  error?: string;
  hint?: string;
  earliest?: string;
  latest?: string;
  usualHour?: number;
  required?: boolean;
  disabled?: boolean;
}) {
  const bare = value.slice(0, 16);
  // Memoised: the field drops a partly typed date when it gets another object.
  const date = useMemo(() => parseWallClock(bare), [bare]);
  const change = clockChangeAt(value, timeZone);
  const day = formatDayAndZone(value, timeZone);
  const clock = useBrowserClock();
  const field = useRef<HTMLDivElement>(null);
  const usualDay = parseDay(earliest) ?? today(timeZone);
  const usual = new CalendarDateTime(usualDay.year, usualDay.month, usualDay.day, usualHour);
  // The current value stays valid, even outside of the limits.
  const [from, to] = [parseDay(earliest), parseDay(latest)];
  const own = date && toCalendarDate(date);

  function moveTo(next: CalendarDateTime | null) {
    if (!next) return onChange("");
    const wall = next.toString().slice(0, 16);
    const there = clockChangeAt(wall, timeZone);
    const keepsSecond = there?.kind === "overlap" && value.endsWith(there.second.offset);
    onChange(keepsSecond ? `${wall}${there.second.offset}` : wall);
  }

  return (
    <I18nProvider locale={clock.locale}>
      <DatePicker
        value={date}
        onChange={moveTo}
        placeholderValue={usual}
        granularity="minute"
        hourCycle={clock.hourCycle}
        shouldForceLeadingZeros
        isInvalid={Boolean(error)}
        isRequired={required}
        isDisabled={disabled}
        className="grid gap-1.5"
      >
        <div ref={field} className="grid gap-1.5">
          <Label className="font-semibold">{label}</Label>
          <Group
            // The error summary links here; the focus moves on to the first segment.
            id={id}
            tabIndex={-1}
            onFocus={(event) => {
              if (event.target === event.currentTarget) findSegment(event.currentTarget)?.focus();
            }}
            className="flex min-h-12 w-full items-center rounded-control border border-line-strong bg-surface ps-4 pe-0.5 transition-colors hover:border-ink data-[disabled]:opacity-60 data-[focus-within]:border-accent data-[invalid]:border-danger data-[invalid]:bg-danger-soft"
          >
            <DateInput className="flex min-h-11 flex-1 items-center whitespace-nowrap tabular-nums">
              {(segment) => (
                <DateSegment
                  segment={segment}
                  className="rounded-md px-px outline-none data-[focused]:bg-accent data-[focused]:text-accent-ink data-[placeholder]:text-muted data-[focused]:data-[placeholder]:text-accent-ink"
                />
              )}
            </DateInput>
            <TimeList
              label={dateTimeField.timeOf(label)}
              time={bare.slice(11)}
              hourCycle={clock.hourCycle}
              disabled={disabled}
              onPick={(time) => time && moveTo(parseWallClock(`${(date ?? usual).toString().slice(0, 10)}T${time}`))}
            />
            <Button className="grid size-11 shrink-0 place-items-center rounded-control hover:bg-sunken data-[focus-visible]:outline-3 data-[focus-visible]:outline-accent">
              <CalendarDays aria-hidden="true" className="size-5" />
            </Button>
          </Group>
        </div>
        {hint || day ? (
          <Text slot="description" className="text-sm text-muted">
            {[day, hint].filter(Boolean).join(". ")}
          </Text>
        ) : null}
        <FieldError className="text-sm font-medium text-danger">{error}</FieldError>
        <div aria-live="polite">
          {change ? <ClockChangeNotice wall={value} timeZone={timeZone} change={change} onChange={onChange} /> : null}
        </div>
        <DateTimeCalendar
          beside={field}
          firstDay={clock.firstDay}
          earliest={from && own && own.compare(from) < 0 ? own : from}
          latest={to && own && own.compare(to) > 0 ? own : to}
        />
      </DatePicker>
    </I18nProvider>
  );
}
