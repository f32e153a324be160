import type { OperationDetail, OperationKind } from "./detail";

export type RecipientStatus = "left" | "done" | "failed" | "skipped";
export type RecipientCounts = Record<RecipientStatus, number>;

/** How far something that was started for many people is. */
export type OperationSummary = {
  id: string;
  kind: OperationKind;
  /** Of a message. */
  subject: string | null;
  startedBy: string;
  createdAt: Date;
  listedAt: Date | null;
  finishedAt: Date | null;
  counts: RecipientCounts;
};

/** The same, with what it tells. */
export type OperationView = OperationSummary &
  { [Kind in OperationKind]: { kind: Kind; detail: OperationDetail[Kind] } }[OperationKind];

/** One person of an operation. */
export type Recipient = {
  name: string;
  email: string;
  /** Null where it is about a place on the waitlist. */
  reference: string | null;
  /** Why it failed, or was left out. */
  reason: string | null;
  settledAt: Date | null;
};
