export type TimelineEntry = {
  at: Date;
  text: string;
  tone: "neutral" | "positive" | "danger";
};

export type TimelineData = {
  viewerId: number;
  audits: { action: string; actorId: number | null; at: Date; detail: Record<string, unknown> }[];
  emails: { subject: string; sentAt: Date }[];
  checkIns: { holderName: string; at: Date }[];
  joinedWaitlistAt: Date | null;
};

type StepMessage = { text: string; tone?: TimelineEntry["tone"] };

const stepMessages: Record<string, (isOwn: boolean, detail: Record<string, unknown>) => StepMessage> = {
  "booking.held": () => ({ text: "Tickets held for you" }),
  "booking.revived": () => ({ text: "Your hold had run out; the tickets were still free and held again" }),
  "booking.confirmed": () => ({ text: "Booking confirmed", tone: "positive" }),
  "booking.expired": () => ({ text: "The hold ran out before it was confirmed", tone: "danger" }),
  "booking.released": () => ({ text: "You released the tickets", tone: "danger" }),
  "booking.cancelled": (isOwn, { reason }) => ({
    text: isOwn
      ? "You cancelled the booking"
      : `The organizer cancelled the booking${typeof reason === "string" ? `: “${reason}”` : ""}`,
    tone: "danger",
  }),
  "booking.guest-added": () => ({ text: "The organizer put you on the guest list", tone: "positive" }),
  "booking.moved": (_, { to }) => ({
    text: `The organizer changed tickets to ${typeof to === "string" ? to : "another type"}`,
  }),
  "booking.move-undone": () => ({ text: "The organizer changed the tickets back" }),
  "ticket.holder-corrected": () => ({ text: "The organizer corrected the name on a ticket" }),
  "booking.cancelled-with-event": () => ({
    text: "The organizer cancelled the event, and your booking with it",
    tone: "danger",
  }),
  "waitlist.offered": () => ({ text: "Tickets came free and the waitlist offered them to you" }),
  "waitlist.converted": () => ({
    text: "Tickets came free and your place on the waitlist became this booking",
    tone: "positive",
  }),
  "waitlist.offer-expired": () => ({ text: "The offer went to the next in line", tone: "danger" }),
};

/** A booking's story in plain words, oldest first. Steps that concern only the machinery are left out. */
export function formatTimeline(facts: TimelineData): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  if (facts.joinedWaitlistAt) {
    entries.push({ at: facts.joinedWaitlistAt, text: "You joined the waitlist", tone: "neutral" });
  }
  for (const { action, actorId, at, detail } of facts.audits) {
    const words = stepMessages[action]?.(actorId === facts.viewerId, detail);
    if (words) entries.push({ at, text: words.text, tone: words.tone ?? "neutral" });
  }
  for (const { subject, sentAt } of facts.emails) {
    entries.push({ at: sentAt, text: `Mail sent to you: “${subject}”`, tone: "neutral" });
  }
  for (const { holderName, at } of facts.checkIns) {
    entries.push({ at, text: `${holderName} checked in`, tone: "positive" });
  }
  return sortByTime(entries);
}

/** Sorting is stable: what one transaction wrote at one instant stays in the order it was written. */
export function sortByTime(entries: TimelineEntry[]): TimelineEntry[] {
  return entries.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}
