import { formatNumber, plural } from "./plural";

/** A table has rows; a calendar has events. */
type Format = "table" | "calendar";

const items = {
  table: { one: "row", other: "rows" },
  calendar: { one: "event", other: "events" },
};

/** "1 row is", "2 events are". */
const itemsWith = (count: number, format: Format, verb: { one: string; other: string }) =>
  plural(count, { one: `${items[format].one} ${verb.one}`, other: `${items[format].other} ${verb.other}` });

const draftCount = (count: number) => plural(count, { one: "draft", other: "drafts" });
const eventCount = (count: number) => plural(count, { one: "event", other: "events" });

export const itemCount = (count: number, format: Format) => plural(count, items[format]);

export const positionCount = (count: number, format: Format) =>
  plural(count, format === "table" ? items.table : { one: "line", other: "lines" });

/** Where something stands in the file. */
export const positions = {
  table: {
    one: (row: string) => `Row ${row}`,
    several: (rows: string, last: string) => `Rows ${rows} and ${last}`,
    more: (rows: string, count: string) => `Rows ${rows} and ${count} more`,
  },
  calendar: {
    one: (line: string) => `Line ${line}`,
    several: (lines: string, last: string) => `Lines ${lines} and ${last}`,
    more: (lines: string, count: string) => `Lines ${lines} and ${count} more`,
  },
};

export const showMore = (count: number) => `Show ${count} more`;

/** What happens, or has happened, to the rows or events of a file. */
export const importCounts = {
  willStay: (count: number, format: Format) =>
    `${itemsWith(count, format, { one: "was", other: "were" })} imported before and won’t change.`,
  stayed: (count: number, format: Format) =>
    `${itemsWith(count, format, { one: "was", other: "were" })} imported before and didn’t change.`,
  changed: (count: number, format: Format) =>
    `${itemsWith(count, format, { one: "has", other: "have" })} changes to events that you imported before.`,
  undecided: (count: number, format: Format) =>
    `${itemsWith(count, format, { one: "may be a duplicate", other: "may be duplicates" })}. Decide below.`,
  undecidedSkipped: (count: number, format: Format) =>
    `${itemsWith(count, format, { one: "may be a duplicate and was", other: "may be duplicates and were" })} skipped.`,
  refused: (count: number, format: Format) => `${itemCount(count, format)} can’t be imported.`,
  duplicates: (count: number, format: Format) =>
    `${itemsWith(count, format, { one: "is", other: "are" })} in the file twice.`,
  skipped: (count: number, format: Format) => `${itemsWith(count, format, { one: "is", other: "are" })} skipped.`,
};

export const importPage = {
  title: "Import events",
  metaTitle: "Import",
  intro:
    "From a spreadsheet or another calendar, as drafts. Re-importing a file won’t create duplicates; you can choose to apply its changes.",
  noScript: "Importing needs JavaScript. Turn it on for this page, or create your events one by one.",
};

export const cancelledEvents = {
  title: "Cancelled in the calendar",
  intro: "Nothing happens to them here. Open an event to cancel it and see who is affected.",
};

export const changedEvents = {
  title: "Changed in the file",
  updateDrafts: (count: number) => `Update ${draftCount(count)}`,
  updateDraftsHint: "Applies the file’s changes. Edits made here stay.",
  unlisted: (count: number) => `And ${formatNumber(count)} more.`,
  empty: "Empty",
  now: ", now ",
  stays: "Edited here since, so it won’t change.",
  updateDraft: "Update this draft",
  updateEvent: "Update this event",
  updateAndNotify: (people: number) => `Update and notify ${plural(people, { one: "person", other: "people" })}`,
  labelFor: (label: string, name: string) => `${label}: ${name}`,
  draftWarning: "It may have been edited here. Those edits will be overwritten.",
  movedWarning: "People have booked. They’ll be emailed about the new date or place.",
  liveWarning: "This event is live.",
  liveEditedWarning: "This event is live and may have been edited here. Those edits will be overwritten.",
};

export const columnFields = {
  none: "Not in the file",
  column: (number: number) => `Column ${number}`,
  missing: "Choose a column. Every event needs this.",
};

export const currencyQuestions = {
  title: "Which currency is this?",
  all: "All currencies",
};

export const defaultFields = {
  startTime: "Default start time (all-day)",
  endTime: "Default end time (all-day)",
  hours: "Duration (hours)",
  hoursHint: "Used if there’s no end.",
  price: "Ticket price",
  priceHint: "Leave empty to add ticket types in each draft.",
  optional: "Optional.",
  none: "None",
  skipPast: "Skip past events",
  skipPastHint: "Series start with their next date.",
};

export const encodingQuestion = {
  title: "Which version looks right?",
  hint: "This file isn’t Unicode, so its text can be read in more than one way. These are its first lines with letters beyond a to z.",
  confirm: "The selected one is right",
  none: "None of these",
  othersTitle: "Other ways to read it",
};

export const fileStep = {
  label: "File",
  organizer: "Organizer",
  organizerHint: "The drafts will belong to this organizer.",
  reading: "Reading…",
  chooseAnother: "Choose another file",
  fileLabel: "CSV or calendar file",
  fileHint: (size: string, rows: string) =>
    `Drop it here or choose it. Up to ${size} and ${rows} rows. You’ll see a preview before anything is imported.`,
  paste: "Paste text instead",
  pasteLabel: "Table rows or calendar text",
  pasteHint: "Copied from a spreadsheet, with column names in the first row, or the whole text of an .ics file.",
  pastedName: "Pasted text",
  read: "Read text",
};

export const importResult = {
  nothingChanged: "Nothing changed",
  draftsReady: (drafts: number) => `${plural(drafts, { one: "draft is", other: "drafts are" })} ready`,
  eventsUpdated: (events: number) => `${plural(events, { one: "event is", other: "events are" })} updated`,
  both: (drafts: string, events: string) => `${drafts}, ${events}`,
  source: "{name} contains {found}.",
  viewDrafts: "View drafts",
  importAnother: "Import another file",
  newDrafts: "New drafts",
  unlisted: (count: number) => `And ${formatNumber(count)} more in your drafts.`,
};

export const importSettings = {
  questions: "Questions",
  questionsHint: "The file can be read in more than one way. Each answer applies to all rows of its kind.",
  columns: "Map columns",
  columnsHint:
    "Guessed from column names and contents. Your changes are remembered for the next file with the same columns.",
  defaults: "Defaults",
  defaultsHint: {
    table: "Used for rows that leave a field empty. You can change each draft later.",
    calendar: "Used for events that leave a field empty. You can change each draft later.",
  },
};

export const placeQuestions = {
  zoneTitle: (count: number, format: Format, zone: string) =>
    `${itemCount(count, format)} without a time zone, in places outside ${zone}`,
  placeZone: "Use the time zone of the place",
  currencyTitle: (count: number, format: Format, currency: string) =>
    `${itemCount(count, format)} without a currency, in countries that don’t use ${currency}`,
  placeCurrency: "Use the currency of the country",
  forAll: (value: string) => `Use ${value} for all`,
};

export const possibleDuplicates = {
  title: "Possible duplicates",
  intro: "These look like events that you already have. They’re skipped until you decide.",
  all: "For all of them",
  undecided: "Decide one by one",
  same: "They’re events that I have",
  new: "They’re new drafts",
  undo: (count: number) => `Undo ${plural(count, { one: "answer", other: "answers" })}`,
  moved: "Has it moved?",
  alike: "Is it the same event?",
  choose: "Choose…",
  movedFrom: (when: string) => `Yes, from ${when}`,
  sameAs: (name: string, when: string) => `Yes, ${name}, ${when}`,
  newDraft: "No, create a new draft",
};

export const previewPanel = {
  title: "Preview",
  none: (found: number, format: Format) => `None of ${itemCount(found, format)} will become a draft.`,
  some: (drafts: number, found: number, format: Format) =>
    `${formatNumber(drafts)} of ${itemCount(found, format)} will become ${drafts === 1 ? "a draft" : "drafts"}.`,
  nothing: "Nothing to import",
  import: (drafts: number) => `Import ${draftCount(drafts)}`,
  update: (events: number) => `Update ${eventCount(events)}`,
  importAndUpdate: (drafts: number, events: number) => `Import ${draftCount(drafts)}, update ${eventCount(events)}`,
};

export const previewRows = {
  first: (count: number) => `First ${draftCount(count)}`,
  all: "Drafts",
  allDay: (zone: string) => `${zone} · all day`,
  noPrice: "No price yet",
  noPlace: "No place yet",
  details: (category: string, seats: number) => `${category} · ${plural(seats, { one: "seat", other: "seats" })}`,
};

export const problemList = {
  title: "Warnings",
  download: "Download list",
  kinds: {
    refused: "Can’t be imported",
    "left-out": "Skipped",
    duplicate: "Duplicates in the file",
    changed: "Imported with a change",
  },
};

export const questionTexts = {
  example: "What is {example}?",
  dates: "What do dates such as 3/4 mean?",
  dayFirst: (date: string) => `Day first: ${date}`,
  monthFirst: (date: string) => `Month first: ${date}`,
  amounts: "What do prices such as 12.345 mean?",
  thousands: (amount: string) => `Thousands separator: ${amount}`,
  fraction: (amount: string) => `Decimal point: ${amount}`,
  zones: "Which place’s time is this?",
  nameInRows: "{name} in {rows}",
  choose: "Choose…",
};

/** Asked before anything is imported. */
export const openQuestions = {
  encoding: "First choose the version of this file that looks right.",
  dateOrder: "First choose what dates such as 03/04/2026 mean in this file.",
  amount: (example: string) => `First choose what ${example} means in this file.`,
  currency: (mark: string) => `First choose which currency ${mark} means in this file.`,
};

/** The fields that a column can hold. */
export const importFieldLabels = {
  name: "Name",
  startsAt: "Starts",
  startTime: "Start time",
  endsAt: "Ends",
  endTime: "End time",
  allDay: "All day",
  timeZone: "Time zone",
  venue: "Venue",
  address: "Address",
  city: "City",
  country: "Country",
  online: "Online",
  summary: "Summary",
  description: "Description",
  category: "Category",
  url: "Website",
  capacity: "Capacity",
  price: "Price",
  currency: "Currency",
  id: "ID",
};

/** What an import writes into drafts. */
export const importedTexts = {
  ticketType: "Admission",
  online: "Online",
  website: (address: string) => `Website: <${address}>`,
};
