import { formatAuditEntry } from "@/lib/audit/labels";
import { sortByTime, type TimelineEntry } from "./timeline";

/** Everything that is known of a booking, for the organizer's team. */
export type TeamTimelineData = {
  /** `actor`: null for what Quorix did by itself. */
  audits: { action: string; actor: string | null; at: Date; detail: Record<string, unknown> }[];
  emails: { subject: string; status: "sending" | "sent" | "failed"; attempts: number; at: Date }[];
  /** `isConflict`: an offline door let somebody in on it who, as it turned out, should not have been. */
  scans: { holderName: string; outcome: string; isConflict: boolean; device: string; by: string | null; at: Date }[];
  joinedWaitlistAt: Date | null;
};

const auditTones: Record<string, TimelineEntry["tone"]> = {
  "booking.confirmed": "positive",
  "booking.guest-added": "positive",
  "waitlist.converted": "positive",
  "booking.expired": "danger",
  "booking.released": "danger",
  "booking.cancelled": "danger",
  "booking.cancelled-with-event": "danger",
  "waitlist.offer-expired": "danger",
};

const scanMessages: Record<string, [words: string, tone: TimelineEntry["tone"]]> = {
  admitted: ["was checked in", "positive"],
  undone: ["’s check-in was undone", "neutral"],
  already_in: ["’s ticket was shown again after it was used", "danger"],
  void: ["’s ticket was turned away: it is not valid any more", "danger"],
  other_event: ["’s ticket was turned away at another event", "danger"],
};

const conflictMessages: Record<string, string> = {
  already_in: "was let in a second time by an offline door",
  void: "was let in by an offline door with a cancelled ticket",
  other_event: "was let in by an offline door of another event",
};

/** The same story as the attendee's, told to the team: who did what, every mail and every scan. */
export function formatTeamTimeline(facts: TeamTimelineData): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  if (facts.joinedWaitlistAt)
    entries.push({ at: facts.joinedWaitlistAt, text: "Joined the waitlist", tone: "neutral" });
  for (const { action, actor, at, detail } of facts.audits) {
    const text = `${actor ?? "Quorix"} ${formatAuditEntry(action, { detail, subject: null })}`;
    entries.push({ at, text, tone: auditTones[action] ?? "neutral" });
  }
  for (const { subject, status, attempts, at } of facts.emails) {
    if (status === "sent") entries.push({ at, text: `Mail accepted: “${subject}”`, tone: "neutral" });
    if (status === "sending") entries.push({ at, text: `Mail on its way: “${subject}”`, tone: "neutral" });
    if (status === "failed") {
      const times = attempts === 1 ? "once" : `${attempts} times`;
      entries.push({ at, text: `Mail not accepted yet, tried ${times}: “${subject}”`, tone: "danger" });
    }
  }
  for (const { holderName, outcome, isConflict, device, by, at } of facts.scans) {
    const conflict = isConflict ? conflictMessages[outcome] : undefined;
    const [words, tone] = conflict
      ? [conflict, "danger" as const]
      : (scanMessages[outcome] ?? ["’s ticket was scanned", "neutral"]);
    const where = [device, by ? `by ${by}` : ""].filter(Boolean).join(", ");
    entries.push({
      at,
      text: `${holderName}${words.startsWith("’") ? "" : " "}${words}${where ? ` (${where})` : ""}`,
      tone,
    });
  }
  return sortByTime(entries);
}
