import type { ScanOutcome } from "@/lib/check-in/decide-scan";
import type { SyncRequest, TicketIdentifier } from "@/lib/check-in/schema";
import type { CheckInData, ManifestTicket, ScanConflict, ScanResponse, TypeCount } from "@/lib/check-in/types";

export type CheckInEvent = {
  slug: string;
  name: string;
  status: "draft" | "published" | "cancelled";
  startsAt: string;
  endsAt: string;
  timeZone: string;
  place: string;
};

/** A ticket on this device's list. A ticket that was let in before it was listed has no type. */
export type StoredTicket = Omit<ManifestTicket, "type"> & { list: string; type: string | null };

export type StoredManifest = {
  slug: string;
  version: string;
  viewer: string;
  key: Uint8Array<ArrayBuffer>;
  types: { code: string; name: string }[];
  /** By this device's clock. */
  fetchedAt: number;
};

/** A step that is not sent yet, with its user: steps are never sent under another user's name. */
export type PendingStep = { seq?: number; list: string; viewer: string; step: SyncRequest["steps"][number] };

export type ScanResult = {
  id: string;
  /** `no_list`: offline, and without a list. */
  outcome: ScanOutcome | "no_list";
  /** The scanned ticket, for "Let in anyway". */
  ticket: TicketIdentifier;
  holderName?: string;
  typeName?: string;
  admission?: CheckInData;
  /** The admission on an earlier day. */
  before?: CheckInData;
  otherEvent?: ScanResponse["otherEvent"];
  /** A scanner seems to type in another keyboard layout. */
  isOtherLayout?: boolean;
  /** Whether this device decided; the server checks it later. */
  isOffline: boolean;
  at: number;
};

/** An admission by this device, which can be undone. */
export type RecentScan = {
  id: string;
  list: string;
  fingerprint: string;
  holderName: string;
  typeName: string;
  at: number;
  isUndone: boolean;
};

/** An offline admission by this device that the server could not record: only this device has it. */
export type LocalConflict = {
  id: string;
  list: string;
  outcome: ScanOutcome;
  holderName: string;
  typeName: string;
  /** When this device let them in. */
  at: number;
  admission?: CheckInData;
  otherEvent?: ScanResponse["otherEvent"];
};

export type CheckInState = {
  /** Whether the stored data has been loaded. */
  isReady: boolean;
  isConnected: boolean;
  access: "allowed" | "signed_out" | "refused";
  isBusy: boolean;
  counts: TypeCount[];
  manifest: { size: number; fetchedAt: number } | null;
  pendingCount: number;
  /** Other users' pending steps, which wait until they sign in again. */
  otherPendingCount: number;
  /** The team's open conflicts. */
  conflicts: ScanConflict[];
  localConflicts: LocalConflict[];
  recent: RecentScan[];
  /** Several where tickets were scanned together. */
  results: ScanResult[];
};
