import type { ActionAnswer } from "@/lib/organize/answers";
import type { Problem } from "./problems";
import type { Reading } from "./reading";

/** One draft as it would become, for the eye. */
export type PreviewRow = {
  row: number;
  name: string;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  place: string;
  category: string;
  capacity: string;
};

export type ImportCounts = Reading["counts"] & {
  /** What would become drafts, or has. */
  imported: number;
  /** Drafts and events from an earlier import, which stay as they are. */
  existing: number;
};

export type Preview = Pick<Reading, "format" | "columns" | "mapping" | "questions"> & {
  counts: ImportCounts;
  problems: Problem[];
  rows: PreviewRow[];
};

export type ImportedDraft = { slug: string; name: string; startsAt: string };

export type Imported = Pick<Reading, "format"> & {
  counts: ImportCounts;
  problems: Problem[];
  /** The first of them, in the order of the file. */
  drafts: ImportedDraft[];
};

export type PreviewAnswer = ActionAnswer<{ preview: Preview }>;
export type ImportAnswer = ActionAnswer<{ imported: Imported }>;

/** Not that of any form: a page elsewhere cannot send it without asking first. */
export const importRequestType = "application/vnd.quorix.import";
