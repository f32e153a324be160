import type { EventForm } from "@/lib/event-editing/form";
import type { ColumnMapping } from "./fields";
import type { Problem } from "./problems";
import type { QuestionList } from "./questions";

/** One draft to be: what the editor will hold. */
export type ParsedEvent = {
  /** Row of the table, or line of the calendar. */
  row: number;
  /** Names the event for its organizer, so that it is imported once. */
  key: string;
  /** What an earlier version knew it by, where that was something else. */
  formerKey?: string | null;
  form: Partial<EventForm> & Pick<EventForm, "name" | "startsAt" | "endsAt" | "timeZone">;
  /** What the file says itself; the rest of the form is from the defaults. */
  stated: ContentField[];
  /** It has days and no times, so those of the defaults are taken. */
  isAllDay: boolean;
};

/** An event that its calendar calls off. */
export type CancelledEvent = Pick<ParsedEvent, "row" | "key" | "formerKey">;

export type ParsedColumn = { header: string; samples: string[] };

/** What a file says, and what of it cannot be imported. Every row is counted once. */
export type ParsedFile = {
  format: "table" | "calendar";
  events: ParsedEvent[];
  /** Of a calendar. */
  cancelled?: CancelledEvent[];
  problems: Problem[];
  counts: {
    /** Rows of the table; events of the calendar, one for each occurrence of a series. */
    found: number;
    refused: number;
    duplicates: number;
    leftOut: number;
  };
  /** Of a table. */
  columns: ParsedColumn[];
  mapping: ColumnMapping;
  questions: QuestionList;
};

export type ParseFailure = {
  ok: false;
  code: "EMPTY" | "NOT_TEXT" | "TOO_LARGE" | "TOO_MANY_ROWS" | "TOO_MANY_COLUMNS" | "NO_ROWS" | "NO_EVENTS";
  message: string;
  line?: number;
};

export type ParseResult = { ok: true; reading: ParsedFile } | ParseFailure;

/** What a file can say of an event. */
export const contentFields = [
  "name",
  "startsAt",
  "endsAt",
  "timeZone",
  "summary",
  "description",
  "category",
  "venue",
  "address",
  "city",
  "country",
  "capacity",
  "currency",
  "price",
] as const;

export type ContentField = (typeof contentFields)[number];
