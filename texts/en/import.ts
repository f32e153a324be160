export const importPage = {
  importEvents: "Import events",
  fromSpreadsheetOrAnotherCalendar:
    "From a spreadsheet or another calendar, as drafts. Re-importing a file won’t create duplicates: it offers what the file has changed.",
  readingFileNeedsScriptsAllow:
    "Reading a file needs scripts. Allow them for this page, or write your events one by one.",
};

export const cancelledEvents = {
  cancelledInTheCalendar: "Cancelled in the calendar",
  nothingHappensToThemHere: "Nothing happens to them here. Open an event to cancel it, and to see whom that affects.",
};

export const changedEvents = {
  changedInTheFile: "Changed in the file",
  update: (drafts: string) => `Update ${drafts}`,
  withWhatTheFileChanged: "With what the file changed. What was edited here stays.",
  and: (unlisted: string) => `And ${unlisted}.`,
  empty: "Empty",
  now: ", now ",
  editedHereSinceSoIt: "Edited here since, so it stays.",
};

export const columnFields = {
  notInTheFile: "Not in the file",
  column: (value: number) => `Column ${value}`,
};

export const currencyQuestions = {
  whichCurrencyIsIt: "Which currency is it?",
  in: (rows: string) => ` in ${rows}`,
  choose: "Choose…",
  allCurrencies: "All currencies",
};

export const defaultFields = {
  timeZone: "Time zone",
  defaultStartTimeAllDay: "Default start time (all-day)",
  defaultEndTimeAllDay: "Default end time (all-day)",
  durationInHours: "Duration in hours",
  usedWhereThereIsNo: "Used where there is no end.",
  category: "Category",
  capacity: "Capacity",
  priceOfTicket: "Price of a ticket",
  emptyAddTicketTypesIn: "Empty: add ticket types in each draft.",
  currency: "Currency",
  venue: "Venue",
  optional: "Optional.",
  city: "City",
  country: "Country",
  none: "None",
  skipPastEvents: "Skip past events",
  seriesThenBeginWithTheir: "Series then begin with their next date.",
};

export const encodingQuestion = {
  thisFileIsntUnicodeSo:
    "This file isn’t Unicode, so it doesn’t say how its letters are written. These are its first lines with letters beyond a to z.",
  theChosenOneReadsRight: "The chosen one reads right",
  noneOfThese: "None of these",
};

export const fileStep = {
  file: "File",
  organizer: "Organizer",
  whoseDraftsTheyWillBe: "Whose drafts they will be.",
  reading: " Reading…",
  chooseAnotherFile: "Choose another file",
  aCsvFileOrCalendar: "A CSV file or a calendar",
  dropItHereOrChoose: (MAX_FILE_SIZE_TEXT: string, rows: string) =>
    `Drop it here, or choose it. Up to ${MAX_FILE_SIZE_TEXT} and ${rows} rows. Nothing is imported before you have seen what becomes of it.`,
  pasteItInstead: "Paste it instead",
  rowsOfTableOrCalendar: "Rows of a table, or a calendar",
  copiedFromSpreadsheetWithThe:
    "Copied from a spreadsheet, with the names of the columns in the first row; or all of an .ics file.",
  readIt: "Read it",
};

export const importResult = {
  holds: (found: string) => ` holds ${found}.`,
  seeTheDrafts: "See the drafts",
  importAnotherFile: "Import another file",
  newDrafts: "New drafts",
  andAmongYourDrafts: (rest: string) => `And ${rest}, among your drafts.`,
};

export const importSettings = {
  questions: "Questions",
  theFileCanBeRead: "The file can be read in more than one way. Each answer holds for all rows of its kind.",
  mapColumns: "Map columns",
  guessedFromTheirNamesAnd:
    "Guessed from their names and what they hold. What you change is kept for the next file with the same columns.",
  defaults: "Defaults",
};

export const possibleDuplicates = {
  hereAlready: "Here already?",
  theseLookLikeEventsThat: "These look like events that you have. Until you decide, they’re left out.",
  allOfThem: "All of them",
  decideOneByOne: "Decide one by one",
  theyreTheEventsThatHave: "They’re the events that I have",
  theyreNewDrafts: "They’re new drafts",
  undo: (answered: string) => `Undo ${answered}`,
  hasItMoved: "Has it moved?",
  isItTheSame: "Is it the same?",
  choose: "Choose…",
  noItsAnotherEventMake: "No, it’s another event: make a draft",
};

export const previewPanel = {
  preview: "Preview",
  noneOfWillBecomeDraft: (found: string) => `None of ${found} will become a draft.`,
};

export const previewRows = {
  theFirst: (length: number) => `The first ${length}`,
  theDrafts: "The drafts",
  noPriceYet: "No price yet",
  noPlaceYet: "No place yet",
  seats: (category: string, capacity: string) => ` · ${category} · ${capacity} seats`,
};

export const problemList = {
  warnings: "Warnings",
  downloadThisList: "Download this list",
  showMore: (PAGE_SIZE: number) => `Show ${PAGE_SIZE} more`,
};

export const questionsText = {
  whatIs: "What is ",
  whichPlacesTimeIsIt: "Which place’s time is it?",
  in: (rows: string) => ` in ${rows}`,
  choose: "Choose…",
};

export const showMoreList = {
  showMore: (PAGE_SIZE: number) => `Show ${PAGE_SIZE} more`,
};
