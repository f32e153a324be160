import type { DecimalMark } from "@/lib/money/parse-written-amount";
import type { ImportField } from "./fields";
import type { ImportOptions } from "./options";
import type { QuestionCollector } from "./questions";

/** What a file says of one event, as it stands there; empty where it says nothing. */
export type RawEventData = Record<
  | "name"
  | "summary"
  | "description"
  | "category"
  | "venue"
  | "address"
  | "city"
  | "country"
  | "online"
  | "url"
  | "capacity"
  | "price"
  | "currency",
  string
>;

/** Says what was read differently than it stands there. */
export type ReportNote = (column: ImportField, value: string, reason: string, fix: string) => void;

/** What the facts of all events of a file are read with. */
export type FormContext = {
  options: ImportOptions;
  note: ReportNote;
  questions: QuestionCollector;
  /** As far as the file's own prices tell. */
  decimalMark: DecimalMark | null;
};
