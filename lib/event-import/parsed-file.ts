import type { EventForm } from "@/lib/event-editing/form";
import type { ColumnMapping } from "./fields";
import type { Problem } from "./problems";
import type { QuestionList } from "./questions";

/** An event of a file as a future draft. */
export type ParsedEvent = {
  /** The row of the table, or the line of the calendar. */
  row: number;
  /** Identifies the event for its organizer, so that it is imported once. */
  key: string;
  /** The key that an earlier version of Quorix used, if different. */
  formerKey?: string | null;
  form: Partial<EventForm> & Pick<EventForm, "name" | "startsAt" | "endsAt" | "timeZone">;
  /** The fields that the file states; the others are defaults. */
  stated: ContentField[];
  /** Has dates without times, so the default times are used. */
  isAllDay: boolean;
};

/** An event that is cancelled in its calendar. */
export type CancelledEvent = Pick<ParsedEvent, "row" | "key" | "formerKey">;

export type ParsedColumn = { header: string; samples: string[] };

/** A parsed file with its problems. Every row is counted once. */
export type ParsedFile = {
  format: "table" | "calendar";
  events: ParsedEvent[];
  /** Only in calendars. */
  cancelled?: CancelledEvent[];
  problems: Problem[];
  counts: {
    /** Rows of the table; events of the calendar, one for each occurrence of a series. */
    found: number;
    refused: number;
    duplicates: number;
    leftOut: number;
  };
  /** Only in tables. */
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

/** The fields that a file can state. */
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
