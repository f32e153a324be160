"use client";

import { useSyncExternalStore } from "react";
import { type DateTimeStyle, formatDateTime } from "@/lib/time/format-date-time";

const subscribe = () => () => {};
const readersLocale = () => navigator.language;
const noReader = () => null;

/** The reader's locale; null on the server, which does not know the reader, and while a page is hydrated. */
const useLocale = () => useSyncExternalStore(subscribe, readersLocale, noReader);

/** The server may know zones that this browser does not. */
export function knowsTimeZone(timeZone: string) {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone }));
  } catch {
    return false;
  }
}

/**
 * A date or time as the reader writes it. Static pages carry it with the year and 24 hours, and
 * `DateTimeScript` rewrites it before it is seen; hydration leaves that as it is.
 */
export function DateTime({
  start,
  end,
  timeZone,
  style = "full",
  className,
}: {
  start: Date;
  end?: Date;
  timeZone: string;
  style?: DateTimeStyle;
  className?: string;
}) {
  const locale = useLocale();
  const isKnown = !locale || knowsTimeZone(timeZone);
  const text = formatDateTime(locale ?? "en-GB", locale ? Date.now() : null, {
    style: isKnown ? style : "full",
    timeZone: isKnown ? timeZone : "UTC",
    start: start.getTime(),
    end: end?.getTime(),
  });
  return (
    <time
      suppressHydrationWarning
      dateTime={start.toISOString()}
      data-date-style={style}
      data-time-zone={timeZone}
      data-end={end?.toISOString()}
      className={className}
    >
      {text}
    </time>
  );
}
