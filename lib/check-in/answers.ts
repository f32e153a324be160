import type { Outcome } from "./decide";

/** When a ticket was let in, by whom, and on which device where that is known. */
export type Admission = { at: string; by: string | null; device?: string | null };

/** What came of a scan, as the device shows it. */
export type ScanAnswer = {
  id: string;
  outcome: Outcome;
  /** Absent where the code is no ticket of this event. */
  ticket?: { fingerprint: string; holderName: string; typeName: string };
  /** A scanner seems to type in another keyboard layout: nothing else can be made of what it typed. */
  isOtherLayout?: true;
  /** When and by whom the ticket was let in, this time or before. */
  admission?: Admission;
  /** When it was let in on an earlier day, where this time it is let in again. */
  before?: Admission;
  /** Somebody had let it in without a network and should not have: kept for the team to look at. */
  isConflict?: true;
  /** Which event the ticket is for, where the same organizer holds both. */
  otherEvent?: { name: string; startsAt: string; timeZone: string };
};

export type UndoAnswer = { id: string; undone: boolean };

export type SyncAnswer = { steps: (({ kind: "scan" } & ScanAnswer) | ({ kind: "undo" } & UndoAnswer))[] };

export type TypeCount = { code: string; name: string; in: number; expected: number };

/** Somebody who was let in without a network and, as it turned out, should not have been. */
export type Conflict = {
  /** Of the scan. */
  id: string;
  outcome: Outcome;
  /** Empty where the code is no ticket of this event. */
  holderName: string;
  typeName: string;
  /** Of the booking. */
  reference: string | null;
  at: string;
  by: string | null;
  device: string;
  /** The device's clock was wrong, and the time was put right. */
  isTimeCorrected: boolean;
  /** The admission that stands, where the ticket was let in twice. */
  admission?: Admission;
};

/** How many are in: on this day, where the event lasts for days. */
export type CountersAnswer = { version: string; types: TypeCount[]; conflicts: Conflict[] };

export type ListedTicket = {
  fingerprint: string;
  holderName: string;
  /** Public code of its type. */
  type: string;
  isVoid?: true;
  admission?: Admission;
};

export type ListAnswer = {
  version: string;
  /** Whether these are all tickets, or those that changed since the version asked for. */
  full: boolean;
  /** Whose list it is, as a name that says nothing, to keep apart what different people leave on one device. */
  viewer: string;
  /** Base64 of the key that the event's tickets are signed with. */
  key: string;
  types: { code: string; name: string }[];
  tickets: ListedTicket[];
};
