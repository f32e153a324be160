import { formatAuditEntry } from "@/lib/audit/labels";
import { teamTimeline } from "@/texts/booking-history";
import { sortByTime, type TimelineEntry } from "./timeline";

export type TeamTimelineData = {
  /** `actor`: null for Quorix itself. */
  audits: { action: string; actor: string | null; at: Date; detail: Record<string, unknown> }[];
  emails: { subject: string; status: "sending" | "sent" | "failed"; attempts: number; at: Date }[];
  /** `isConflict`: an offline device let the person in, and the server would have refused. */
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

type ScanMessage = { text: (name: string) => string; tone: TimelineEntry["tone"] };

const { scans, conflicts } = teamTimeline;

const scanMessages: Record<string, ScanMessage> = {
  admitted: { text: scans.checkedIn, tone: "positive" },
  undone: { text: scans.undone, tone: "neutral" },
  already_in: { text: scans.alreadyIn, tone: "danger" },
  void: { text: scans.void, tone: "danger" },
  other_event: { text: scans.otherEvent, tone: "danger" },
};

const conflictMessages: Record<string, ScanMessage> = {
  already_in: { text: conflicts.alreadyIn, tone: "danger" },
  void: { text: conflicts.void, tone: "danger" },
  other_event: { text: conflicts.otherEvent, tone: "danger" },
};

/** The history of a booking for the organizer's team: every action and who did it, every email and every scan. */
export function formatTeamTimeline(data: TeamTimelineData): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  if (data.joinedWaitlistAt) {
    entries.push({ at: data.joinedWaitlistAt, text: teamTimeline.joinedWaitlist, tone: "neutral" });
  }
  for (const { action, actor, at, detail } of data.audits) {
    const text = teamTimeline.audit(actor ?? teamTimeline.system, formatAuditEntry(action, { detail, subject: null }));
    entries.push({ at, text, tone: auditTones[action] ?? "neutral" });
  }
  for (const { subject, status, attempts, at } of data.emails) {
    const text = teamTimeline.emails[status](subject, attempts);
    entries.push({ at, text, tone: status === "failed" ? "danger" : "neutral" });
  }
  for (const { holderName, outcome, isConflict, device, by, at } of data.scans) {
    const message = (isConflict ? conflictMessages[outcome] : undefined) ??
      scanMessages[outcome] ?? { text: scans.other, tone: "neutral" };
    entries.push({ at, text: teamTimeline.scan(message.text(holderName), device, by), tone: message.tone });
  }
  return sortByTime(entries);
}
