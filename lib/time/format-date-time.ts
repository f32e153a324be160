/** "full" is "Sat 12 December 2026, 19:30 CET"; "short" has a short month and no zone. */
export type DateTimeStyle = "full" | "short" | "day" | "time";

export type DateTimeToFormat = {
  style: DateTimeStyle;
  timeZone: string;
  /** In milliseconds since 1970, like `end`. */
  start: number;
  end?: number | undefined;
};

/**
 * A date or time in English, as readers in the region of `locale` write it: the order of day and month, and 12 or 24
 * hours. The year is left out where it is the year of `now`; without `now` it is always there.
 *
 * Refers to nothing outside itself: pages carry its source (`components/time/date-time-script.tsx`).
 */
export function formatDateTime(
  locale: string,
  now: number | null,
  { style, timeZone, start, end }: DateTimeToFormat,
): string {
  const numeric = new Intl.DateTimeFormat(locale, { day: "numeric", month: "numeric" }).formatToParts(start);
  const isMonthFirst =
    numeric.findIndex(({ type }) => type === "month") < numeric.findIndex(({ type }) => type === "day");
  const is12Hours = new Intl.DateTimeFormat(locale, { hour: "numeric" }).resolvedOptions().hour12 === true;
  const english = isMonthFirst ? "en-US" : "en-GB";
  const format = (at: number, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(english, { timeZone, ...options }).format(at);

  const year = (at: number) => format(at, { year: "numeric" });
  const day = (at: number) => {
    const date = format(at, {
      day: "numeric",
      month: style === "short" ? "short" : "long",
      ...(now !== null && year(at) === year(now) ? {} : { year: "numeric" }),
    });
    // Formatted apart from the date: together, some engines put a comma between them and some do not.
    return `${format(at, { weekday: "short" })}${isMonthFirst ? "," : ""} ${date}`;
  };
  const time = (at: number) =>
    format(
      at,
      is12Hours ? { hour: "numeric", minute: "2-digit", hour12: true } : { timeStyle: "short", hourCycle: "h23" },
    ).replace(/\s/, "\u00a0");
  const zone = () => {
    const name = (locales: string[], timeZoneName: "short" | "longGeneric" | "shortOffset") =>
      new Intl.DateTimeFormat(locales, { timeZone, timeZoneName })
        .formatToParts(start)
        .find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
    // Abbreviations are known where they are used: AEDT in Australia, EST in the United States.
    const short = name(locale.startsWith("en") ? [locale, english] : [english], "short");
    if (/^[A-Z]{2,5}$/.test(short)) return short;
    const long = name([english], "longGeneric");
    // A zone that is only an offset. With a true minus: lines break after a hyphen.
    return /^GMT[+-]/.test(long) ? short.replace("-", "−") : long;
  };

  const dayAndTime = (at: number) => `${day(at)}, ${time(at)}`;
  const isOneDay = end === undefined || day(start) === day(end);
  const suffix = style === "full" ? ` ${zone()}` : "";
  if (style === "day" || style === "time") {
    const part = style === "day" ? day : time;
    return end === undefined || part(start) === part(end) ? part(start) : `${part(start)} – ${part(end)}`;
  }
  if (end === undefined) return dayAndTime(start) + suffix;
  return `${dayAndTime(start)} – ${isOneDay ? time(end) : dayAndTime(end)}${suffix}`;
}
