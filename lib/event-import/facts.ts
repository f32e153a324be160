import type { DecimalMark } from "@/lib/money/written-amount";
import type { ImportField } from "./fields";
import type { ImportOptions } from "./options";
import type { Questions } from "./questions";

/** What a file says of one event, as it stands there; empty where it says nothing. */
export type Facts = Record<
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
export type Note = (column: ImportField, value: string, reason: string, fix: string) => void;

/** What the facts of all events of a file are read with. */
export type FactContext = {
  options: ImportOptions;
  note: Note;
  questions: Questions;
  /** As far as the file's own prices tell. */
  decimalMark: DecimalMark | null;
};
