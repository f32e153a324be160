/**
 * The outcome of a scan. `other_day` lets in on a second, deliberate tap. `provisional` lets in offline; the server
 * decides once the device is online again.
 */
export type ScanOutcome =
  | "admitted"
  | "provisional"
  | "already_in"
  | "void"
  | "other_day"
  | "other_event"
  | "unknown"
  | "not_a_code";

/** `isIn`: checked in already; on this day, if the event lasts for several. */
export type KnownTicket = { isVoid: boolean; isIn: boolean };

export type ScanContext = {
  /** Null where the code is not a known ticket of this event. */
  ticket: KnownTicket | null;
  /** Whether it is known to be a ticket of another event. An offline device cannot know. */
  isElsewhere: boolean;
  /** Whether the signature is valid for this event; null without one, or where it does not matter. */
  isGenuine: boolean | null;
  /** True on the server. A device's list may be older than the ticket. */
  isListComplete: boolean;
  isEventDay: boolean;
  /** Whether a second tap confirmed entry on another day. */
  anyDay: boolean;
};

/** The rules of entry, for the server and for offline devices. */
export function decideScan(scan: ScanContext): ScanOutcome {
  const { ticket, isEventDay, anyDay } = scan;
  if (ticket?.isVoid) return "void";
  if (ticket?.isIn) return "already_in";
  if (ticket) return isEventDay || anyDay ? "admitted" : "other_day";
  if (scan.isElsewhere) return "other_event";
  if (scan.isListComplete || scan.isGenuine === null) return "unknown";
  if (!scan.isGenuine) return "other_event";
  return isEventDay || anyDay ? "provisional" : "other_day";
}

export const isEntryGranted = (outcome: ScanOutcome) => outcome === "admitted" || outcome === "provisional";
