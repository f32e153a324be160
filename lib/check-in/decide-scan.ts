/**
 * What comes of a scan. `other_day` and `provisional` are the two that a person decides: the former lets in on a second,
 * deliberate tap; the latter lets in, and the server has its say once the device is online again.
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

/** `isIn`: already in, for this day where the event lasts for days. */
export type KnownTicket = { isVoid: boolean; isIn: boolean };

export type ScanContext = {
  /** What is known of the ticket, if it is one of this event's. */
  ticket: KnownTicket | null;
  /** Whether it is known to be a ticket of another event. A device without a network cannot know. */
  isElsewhere: boolean;
  /** Whether the code's signature is this event's; null where it came without one, or where nothing hangs on it. */
  isGenuine: boolean | null;
  /** Whether every ticket is known: the server's view. A device's list may be older than the ticket. */
  isListComplete: boolean;
  isEventDay: boolean;
  /** Whether somebody decided to let in on this day all the same. */
  anyDay: boolean;
};

/** The one table of who gets in, for the server and for a device without a network. */
export function decideScan(facts: ScanContext): ScanOutcome {
  const { ticket, isEventDay, anyDay } = facts;
  if (ticket?.isVoid) return "void";
  if (ticket?.isIn) return "already_in";
  if (ticket) return isEventDay || anyDay ? "admitted" : "other_day";
  if (facts.isElsewhere) return "other_event";
  if (facts.isListComplete || facts.isGenuine === null) return "unknown";
  if (!facts.isGenuine) return "other_event";
  return isEventDay || anyDay ? "provisional" : "other_day";
}

/** Whether somebody with this answer walks through the door. */
export const isEntryGranted = (outcome: ScanOutcome) => outcome === "admitted" || outcome === "provisional";
