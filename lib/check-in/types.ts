import type { ScanOutcome } from "./decide-scan";
import type { ScanRequest } from "./schema";

/** When a ticket was let in, by whom, and on which device where that is known. */
export type CheckInData = { at: string; by: string | null; device?: string | null };

/** The result of a scan, as the device shows it. */
export type ScanResponse = {
  id: string;
  outcome: ScanOutcome;
  /** Absent where the code is not a ticket of this event. */
  ticket?: { fingerprint: string; holderName: string; typeName: string };
  /** The text is only readable as typed with another keyboard layout. */
  isOtherLayout?: true;
  /** The admission of the ticket, by this scan or an earlier one. */
  admission?: CheckInData;
  /** The admission on an earlier day, where this scan lets it in again. */
  before?: CheckInData;
  /** An offline device let it in wrongly: recorded for the team to review. */
  isConflict?: true;
  /** Which event the ticket is for, where the same organizer holds both. */
  otherEvent?: { name: string; startsAt: string; timeZone: string };
};

export type UndoResponse = { id: string; undone: boolean };

export type SyncResponse = { steps: (({ kind: "scan" } & ScanResponse) | ({ kind: "undo" } & UndoResponse))[] };

export type TypeCount = { code: string; name: string; in: number; expected: number };

/** A wrong admission by an offline device. */
export type ScanConflict = {
  /** Of the scan. */
  id: string;
  outcome: ScanOutcome;
  /** Empty where the code is not a ticket of this event. */
  holderName: string;
  typeName: string;
  /** Of the booking. */
  reference: string | null;
  at: string;
  by: string | null;
  device: string;
  /** The device's clock was wrong, and the time was corrected. */
  isTimeCorrected: boolean;
  /** The admission that counts, where the ticket was let in twice. */
  admission?: CheckInData;
};

/** Checked-in tickets; of this day, if the event lasts for several. */
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

/** The event and the member at the door, whose permission the caller has checked. */
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
