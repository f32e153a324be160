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

/** A ticket on this device's list; `name` is its key. One that was let in unlisted has no type. */
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

/** What was done without an answer from the server, and whose it is: nobody's deeds are sent under another name. */
export type PendingStep = { seq?: number; list: string; viewer: string; step: SyncRequest["steps"][number] };

export type ScanResult = {
  id: string;
  /** `no_list`: no network, and no list to look it up in. */
  outcome: ScanOutcome | "no_list";
  /** What was scanned, to scan it again on purpose. */
  ticket: TicketIdentifier;
  holderName?: string;
  typeName?: string;
  admission?: CheckInData;
  /** When it was let in on an earlier day. */
  before?: CheckInData;
  otherEvent?: ScanResponse["otherEvent"];
  /** A scanner seems to type in another keyboard layout. */
  isOtherLayout?: boolean;
  /** Whether this device decided, to be looked at by the server later. */
  isOffline: boolean;
  at: number;
};

/** Somebody this device let in, to be undone if that was a mistake. */
export type RecentScan = {
  id: string;
  list: string;
  fingerprint: string;
  holderName: string;
  typeName: string;
  at: number;
  isUndone: boolean;
};

/** Somebody this device let in without a network, of which the server could not make anything: only this device knows. */
export type LocalConflict = {
  id: string;
  list: string;
  outcome: ScanOutcome;
  holderName: string;
  typeName: string;
  /** When they were let in here. */
  at: number;
  admission?: CheckInData;
  otherEvent?: ScanResponse["otherEvent"];
};

export type CheckInState = {
  /** Whether what this device kept has been read. */
  isReady: boolean;
  isConnected: boolean;
  access: "allowed" | "signed_out" | "refused";
  isBusy: boolean;
  counts: TypeCount[];
  manifest: { size: number; fetchedAt: number } | null;
  pendingCount: number;
  /** What others who used this device left behind, until they sign in again. */
  otherPendingCount: number;
  /** What the whole team has to look at. */
  conflicts: ScanConflict[];
  localConflicts: LocalConflict[];
  recent: RecentScan[];
  /** Several where tickets were scanned together. */
  results: ScanResult[];
};
