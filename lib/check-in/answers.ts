import type { Outcome } from "./decide";

/** When a ticket was let in, by whom, and on which device where that is known. */
export type Admission = { at: string; by: string | null; device?: string | null };

/** What came of a scan, as the device shows it. */
export type ScanAnswer = {
  id: string;
  outcome: Outcome;
  /** Absent where the code is no ticket of this event. */
  ticket?: { fingerprint: string; holderName: string; typeName: string };
  /** When and by whom the ticket was let in, this time or before. */
  admission?: Admission;
  /** Which event the ticket is for, where the same organizer holds both. */
  otherEvent?: { name: string; startsAt: string; timeZone: string };
};

export type UndoAnswer = { id: string; undone: boolean };

export type SyncAnswer = { steps: (({ kind: "scan" } & ScanAnswer) | ({ kind: "undo" } & UndoAnswer))[] };

export type TypeCount = { code: string; name: string; in: number; expected: number };

export type CountersAnswer = { version: string; types: TypeCount[] };

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
