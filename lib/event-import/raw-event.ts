import type { DecimalMark } from "@/lib/money/parse-written-amount";
import type { ImportField } from "./fields";
import type { ImportOptions } from "./options";
import type { QuestionCollector } from "./questions";

/** The raw texts of one event in a file; empty if the file has none. */
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

export type ProblemText = { reason: string; fix: string };

/** Reports a value that was read differently than the file has it. */
export type ReportNote = (column: ImportField, value: string, text: ProblemText) => void;

/** Shared by all events of a file. */
export type FormContext = {
  options: ImportOptions;
  note: ReportNote;
  questions: QuestionCollector;
  /** Detected from the file's own prices; null if unclear. */
  decimalMark: DecimalMark | null;
};
