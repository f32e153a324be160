import type { ScanOutcome } from "./decide-scan";
import type { ScanRequest } from "./schema";

/** When a ticket was let in, by whom, and on which device where that is known. */
export type CheckInData = { at: string; by: string | null; device?: string | null };

/** What came of a scan, as the device shows it. */
export type ScanResponse = {
  id: string;
  outcome: ScanOutcome;
  /** Absent where the code is no ticket of this event. */
  ticket?: { fingerprint: string; holderName: string; typeName: string };
  /** A scanner seems to type in another keyboard layout: nothing else can be made of what it typed. */
  isOtherLayout?: true;
  /** When and by whom the ticket was let in, this time or before. */
  admission?: CheckInData;
  /** When it was let in on an earlier day, where this time it is let in again. */
  before?: CheckInData;
  /** Somebody had let it in without a network and should not have: kept for the team to look at. */
  isConflict?: true;
  /** Which event the ticket is for, where the same organizer holds both. */
  otherEvent?: { name: string; startsAt: string; timeZone: string };
};

export type UndoResponse = { id: string; undone: boolean };

export type SyncResponse = { steps: (({ kind: "scan" } & ScanResponse) | ({ kind: "undo" } & UndoResponse))[] };

export type TypeCount = { code: string; name: string; in: number; expected: number };

/** Somebody who was let in without a network and, as it turned out, should not have been. */
export type ScanConflict = {
  /** Of the scan. */
  id: string;
  outcome: ScanOutcome;
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
  admission?: CheckInData;
};

/** How many are in: on this day, where the event lasts for days. */
export type CountersResponse = { version: string; types: TypeCount[]; conflicts: ScanConflict[] };

export type ManifestTicket = {
  fingerprint: string;
  holderName: string;
  /** Public code of its type. */
  type: string;
  isVoid?: true;
  admission?: CheckInData;
};

export type ManifestResponse = {
  version: string;
  /** Whether these are all tickets, or those that changed since the version asked for. */
  full: boolean;
  /** Whose list it is, as a name that says nothing, to keep apart what different people leave on one device. */
  viewer: string;
  /** Base64 of the key that the event's tickets are signed with. */
  key: string;
  types: { code: string; name: string }[];
  tickets: ManifestTicket[];
};

/** The door at which somebody stands whose right to be there the caller has checked. */
export type CheckInContext = {
  event: {
    id: number;
    organizerId: number;
    status: "draft" | "published" | "cancelled";
    startsAt: Date;
    endsAt: Date;
    timeZone: string;
  };
  viewer: { id: number; name: string };
};

export type ScanInput = ScanRequest & { at: Date; isTimeCorrected?: boolean };

export type CheckInResult = { ok: true; answer: ScanResponse } | { ok: false; code: "ID_TAKEN" };
