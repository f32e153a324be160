import { plural } from "./plural";

/** Why a whole file is refused. */
export const fileErrors = {
  malformedRequest: "Quorix can’t read this request. Reload the page.",
  tooLarge: (size: string) => `This file is larger than ${size}. Split it and import the parts.`,
  notText: "This is neither a CSV file nor a calendar. In a spreadsheet, choose “Save as” and then CSV.",
  empty: "This file is empty.",
  noEvents: "This calendar contains no events: no line says BEGIN:VEVENT.",
  tooManyColumns: (max: number) => `This table has more than ${max} columns. Remove the ones you don’t need.`,
  tooManyRows: (max: string) => `This file has more than ${max} rows. Split it and import the parts.`,
  tooManyEvents: (max: string) => `This file has more than ${max} events. Split it and import the parts.`,
  atLine: (line: number, reason: string, fix: string) => `Line ${line}: ${reason} ${fix}`,
  noRows: "This table has no rows below its headers. The first row names the columns.",
};

const nothingToDo = "Nothing to do.";
const importedOnce = "Nothing to do: it’s imported once.";
const correctInDraft = "Correct it in the draft.";
const correctEndInDraft = "Correct the end in the draft.";
const chooseZone = "Choose the time zone above.";
const dateInCalendar = "Write it as 20261201T193000, or 20261201 for a whole day.";
const firstDateOnly = (reason: string) => `${reason}, so only its first date is imported.`;

/** What is wrong with a row or an event, and what to do about it. */
export const problemTexts = {
  over: { reason: "This event is over.", fix: "Untick “Skip past events” to import it." },
  cancelled: { reason: "This event is cancelled.", fix: nothingToDo },
  notUpdated: { fix: "Change it in the editor." },
  changedMeanwhile: "This event has changed in the meantime, so it was not updated. Read the file again.",
  tooSlow: { reason: "This file takes too long to read.", fix: "Split it and import the parts." },
  noName: { reason: "It has no name.", fix: "Add one to this row." },
  noStart: { reason: "It has no start.", fix: "Add a date to this row." },
  noSuchTime: { reason: "There’s no such time.", fix: "Correct the date and time." },
  endBeforeStart: (start: string) => ({
    reason: `It ends before it starts, at ${start}.`,
    fix: "Correct one of the two dates.",
  }),
  noLength: { reason: "It ends when it starts, so the default duration is used.", fix: correctEndInDraft },
  skippedTime: (next: string) => ({
    reason: `Clocks skip this time, so it’s ${next}.`,
    fix: correctInDraft,
  }),
  endsNextDay: {
    reason: "This time is before the start, so it ends the next day.",
    fix: "Add the end date if it’s another day.",
  },
  notADate: { reason: "This isn’t a date.", fix: "Write it as 2026-12-01, or 2026-12-01 19:30." },
  noSuchDay: { reason: "There’s no such day.", fix: "Correct the day, month or year." },
  dayNumber: {
    reason: "This is a spreadsheet’s internal number for a date.",
    fix: "Format the column as a date and export it again.",
  },
  monthUnclear: {
    reason: "This month name means different months in different languages.",
    fix: "Write it as 2026-12-01.",
  },
  ambiguousDate: { reason: "This could be two different days.", fix: "Choose above what such dates mean." },
  notATime: { reason: "This isn’t a time.", fix: "Write it as 19:30 or 7:30 pm." },
  unclearZone: {
    reason: "This can mean several time zones, or none.",
    fix: "Choose above which place it means, or write a name such as Europe/Berlin.",
  },
  unclearAllDay: {
    reason: "This is neither yes nor no, so its times are used.",
    fix: "Write TRUE for a whole day, or FALSE.",
  },
  surplusCells: (columns: number) => ({
    reason: `This row has more cells than the ${columns} columns.`,
    fix: "Put quotes around cells that contain a comma.",
  }),
  sameId: (row: number) => ({ reason: `The same ID as row ${row}.`, fix: importedOnce }),
  sameRow: (row: number) => ({ reason: `The same name, start and place as row ${row}.`, fix: importedOnce }),
  sameEvent: (line: number) => ({ reason: `The same event as on line ${line}.`, fix: importedOnce }),
  quoteNeverCloses: { reason: "A quote opens here and never closes.", fix: "Close the quote, or double it." },
  quotesDontMatch: { reason: "The quotes don’t match.", fix: "Double the quotes inside a cell." },
  line: (line: number) => `Line ${line}`,
  unreadRest: (reason: string) => `${reason} Nothing after it could be read.`,
  unreadableLetter: {
    reason: "It contains a letter that can’t be read.",
    fix: "Correct it in the file or in the draft.",
  },
  shortened: (max: string) => ({
    reason: `Longer than ${max} characters, so it’s shortened.`,
    fix: "Shorten it in the file, or edit the draft.",
  }),
  unknownCategory: { reason: "We don’t know this category, so the default is used.", fix: "Choose it in the draft." },
  unknownCountry: { reason: "We don’t know this country, so the default is used.", fix: "Choose it in the draft." },
  capacity: {
    reason: "This isn’t a whole number from 1 to 1,000,000, so the default is used.",
    fix: correctInDraft,
  },
  url: { reason: "This isn’t a web address, so it’s left out.", fix: "Write an address such as https://example.com." },
  negativePrice: {
    reason: "A price can’t be below zero, so it’s left out.",
    fix: "Correct it in the file or in the draft.",
  },
  severalPrices: {
    reason: "This isn’t one price, so it’s left out.",
    fix: "Write one amount, or add ticket types in the draft.",
  },
  notAnAmount: { reason: "This isn’t an amount, so it’s left out.", fix: "Write a plain number such as 12.50." },
  notAnAmountIn: (currency: string) => ({
    reason: `This isn’t an amount in ${currency}, so it’s left out.`,
    fix: "Write a plain number such as 12.50.",
  }),
  unclearAmount: {
    reason: "This could be thousands or a fraction, so there’s no price yet.",
    fix: "Choose above how prices are written.",
  },
  unknownCurrency: (currency: string) => ({
    reason: `We don’t know this currency, so the default ${currency} is used.`,
    fix: "Choose it in the draft.",
  }),
  currencyMismatch: (column: string, price: string) => ({
    reason: `The currency column says ${column}, the price ${price}. The price’s currency is used.`,
    fix: "Correct the wrong one.",
  }),
  currencyOfCountry: (currency: string, country: string) => ({
    reason: `Read as ${currency}, the currency of ${country}.`,
    fix: "Choose another in the draft.",
  }),
  unclearCurrency: (mark: string) => ({
    reason: `${mark} is used for several currencies, so there’s no price yet.`,
    fix: "Choose above which one it means.",
  }),
  defaultPriceCurrency: (own: string, currency: string) => ({
    reason: `The default price is in ${own} and this event in ${currency}, so there’s no price yet.`,
    fix: "Add ticket types in the draft.",
  }),
  calendarNoName: { reason: "It has no name.", fix: "Add a line such as SUMMARY:Late show." },
  calendarNoStart: { reason: "It has no start.", fix: "Add a line such as DTSTART:20261201T193000." },
  calendarStartUnread: { reason: "The start can’t be read.", fix: dateInCalendar },
  calendarStartDate: { reason: "This isn’t a date since 1900.", fix: dateInCalendar },
  calendarDate: { reason: "This isn’t a date, so it’s left out.", fix: dateInCalendar },
  calendarDates: { reason: "One of these isn’t a date, so it’s left out.", fix: dateInCalendar },
  calendarEndBeforeStart: { reason: "It ends before it starts.", fix: "Correct the date." },
  calendarNoSuchTime: { reason: "There’s no such time.", fix: "Correct the date." },
  unreadableLine: {
    reason: "This line can’t be read, so it’s left out.",
    fix: "Correct the line, or the program that wrote it.",
  },
  cutOff: {
    reason: "The event has no end line, so it may be incomplete.",
    fix: "Export the calendar again. The file may be cut off.",
  },
  duration: {
    reason: "This isn’t a duration, so the default is used.",
    fix: "Write it as PT1H30M, or correct the end in the draft.",
  },
  durationUnit: (minutes: number) => ({
    reason: `The last number has no unit. It’s read as ${plural(minutes, { one: "minute", other: "minutes" })} in all.`,
    fix: "If that’s wrong, correct the end in the draft.",
  }),
  unknownZone: { reason: "This isn’t a known time zone.", fix: chooseZone },
  guessedZone: (zone: string) => ({
    reason: `Read as ${zone}, which has the same clock changes.`,
    fix: "If that’s wrong, choose another time zone in the draft.",
  }),
  noZone: (zone: string) => ({
    reason: `It has no time zone and its calendar only has UTC, so ${zone} is used.`,
    fix: chooseZone,
  }),
  noDates: {
    reason: "All of its dates are excluded, or are separate events in the file.",
    fix: nothingToDo,
  },
  orphanedChange: {
    reason: "It changes all later dates of a series that isn’t in this file.",
    fix: "Export the whole calendar, or duplicate the draft.",
  },
  repetitionIgnored: {
    reason: "It replaces one date of a series, so its own repetition is left out.",
    fix: "Check the dates of the series.",
  },
  endlessRule: {
    reason: firstDateOnly("This repeat rule takes too long to evaluate"),
    fix: "Correct the rule, or duplicate the draft.",
  },
  unreadableRule: {
    reason: firstDateOnly("This repeat rule can’t be read"),
    fix: "Correct the rule, or duplicate the draft.",
  },
  tooManyDates: (max: number) => ({
    reason: `It repeats more often than the ${plural(max, { one: "time", other: "times" })} that one import allows.`,
    fix: "Duplicate the last draft, or import part of the calendar.",
  }),
  unusualRule: { reason: "Programs read parts of this repeat rule differently.", fix: "Check its dates." },
  emptyRule: { reason: firstDateOnly("Its rule gives no dates"), fix: "Correct the rule." },
};

/** The downloaded list. */
export const problemsFile = {
  columns: {
    table: "Row",
    calendar: "Line",
    outcome: "Outcome",
    column: "Column",
    value: "Value",
    reason: "Reason",
    fix: "What to do",
  },
  outcomes: {
    refused: "Not imported",
    "left-out": "Skipped",
    duplicate: "Duplicate in the file",
    changed: "Imported with a change",
  },
};

/** Encodings from before Unicode. */
export const encodingLabels = {
  "windows-1252": "Western European (Windows)",
  "windows-1250": "Central European (Windows)",
  "windows-1251": "Cyrillic (Windows)",
  "windows-1254": "Turkish (Windows)",
  "windows-1253": "Greek (Windows)",
  "windows-1257": "Baltic (Windows)",
  "windows-1255": "Hebrew (Windows)",
  "windows-1256": "Arabic (Windows)",
  "windows-1258": "Vietnamese (Windows)",
  "windows-874": "Thai (Windows)",
  shift_jis: "Japanese (Shift JIS)",
  "euc-jp": "Japanese (EUC)",
  "euc-kr": "Korean (EUC)",
  gb18030: "Chinese, simplified (GB 18030)",
  big5: "Chinese, traditional (Big5)",
  "koi8-r": "Cyrillic (KOI8-R)",
  "koi8-u": "Ukrainian (KOI8-U)",
  ibm866: "Cyrillic (DOS)",
  "iso-8859-2": "Central European (ISO 8859-2)",
  "iso-8859-5": "Cyrillic (ISO 8859-5)",
  "iso-8859-15": "Western European (ISO 8859-15)",
  macintosh: "Western European (Mac)",
  "x-mac-cyrillic": "Cyrillic (Mac)",
};

/** Why the settings of an import are refused. */
export const settingErrors = {
  time: "Enter a time such as 09:00.",
  hours: "Enter whole hours from 1 to 99.",
  tooLong: (max: number) => `Use at most ${max} characters.`,
  price: "Enter an amount, or leave it empty.",
  tooManyChoices: "You decided on too many events one by one.",
};
