import type { OperationDetail, OperationKind } from "./detail";

export type RecipientStatus = "left" | "done" | "failed" | "skipped";
export type RecipientCounts = Record<RecipientStatus, number>;

/** An operation with its progress. */
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

/** An operation with its details. */
export type OperationView = OperationSummary &
  { [Kind in OperationKind]: { kind: Kind; detail: OperationDetail[Kind] } }[OperationKind];

export type Recipient = {
  name: string;
  email: string;
  /** Null for a waitlist entry. */
  reference: string | null;
  /** Why it failed or was skipped. */
  reason: string | null;
  settledAt: Date | null;
};
