import type { ScanAnswer } from "./answers";
import type { ScanRequest } from "./schema";

/** The door at which somebody stands whose right to be there the caller has checked. */
export type Door = {
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

export type DoorScan = ScanRequest & { at: Date; isTimeCorrected?: boolean };

export type ScanResult = { ok: true; answer: ScanAnswer } | { ok: false; code: "ID_TAKEN" };
