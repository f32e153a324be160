import type { StoredAuditAction } from "@/db/schema/audit-actions";
import { roleLabels, roles } from "@/lib/access/permissions";

/** What an entry is about, for the filter. Told from the first word of its name. */
export const auditKinds = {
  event: { name: "Events", prefixes: ["event", "events", "import", "waiting-room"] },
  booking: { name: "Bookings and attendees", prefixes: ["booking", "ticket", "attendee"] },
  waitlist: { name: "Waitlist", prefixes: ["waitlist"] },
  door: { name: "Check-in", prefixes: ["check-in", "scan"] },
  message: { name: "Messages", prefixes: ["message", "messages"] },
  export: { name: "Downloads", prefixes: ["export"] },
  team: { name: "Team and public page", prefixes: ["team", "organizer"] },
} as const;

export type AuditKind = keyof typeof auditKinds;

export type AuditData = {
  detail: Record<string, unknown>;
  /** The person it was done to, where there is one: a member, or the address of an invitation. */
  subject: string | null;
};

type EntryText = string | ((facts: AuditData) => string);

const text = (value: unknown) => (typeof value === "string" || typeof value === "number" ? String(value) : "");
const formatReason = (value: unknown) => (text(value) ? `: “${text(value)}”` : "");
const subjectOrSomebody = (subject: string | null) => subject ?? "somebody";
const formatCount = (value: unknown, one: string, many = `${one}s`) =>
  typeof value === "number" ? `${value.toLocaleString("en-GB")} ${value === 1 ? one : many}` : many;

function roleLabelFor(value: unknown) {
  const known = roles.find((one) => one === value);
  return known ? roleLabels[known].toLowerCase() : "member";
}

const audienceLabels: Record<string, string> = {
  all: "everybody with a booking",
  type: "everybody with one type of ticket",
  waitlist: "the waitlist",
  references: "chosen bookings",
};

/** Fields of an event whose names do not read by themselves. */
const eventFieldLabels: Record<string, string> = {
  startsAt: "start",
  endsAt: "end",
  timeZone: "time zone",
  coverImage: "cover picture",
  ticketTypes: "ticket types",
  maxTicketsPerBooking: "limit per booking",
  holdMinutes: "hold time",
  cancellationCutoffHours: "cancellation deadline",
  waitlistEnabled: "waitlist",
  waitingRoom: "waiting room",
  salesStartAt: "start of sales",
  salesEndAt: "end of sales",
};

function formatFields(fields: unknown): string {
  if (!Array.isArray(fields) || fields.length === 0) return "";
  const words = fields.map((field) => eventFieldLabels[text(field)] ?? text(field));
  return `the event’s ${new Intl.ListFormat("en-GB").format(words)}`;
}

/** What a door without a network did, as it turned out once it was back. */
const conflictLabels: Record<string, string> = {
  already_in: "reported a ticket that was let in twice while a door was offline",
  void: "let in a cancelled ticket while the door was offline",
  unknown: "let in an unknown ticket while the door was offline",
  other_event: "let in a ticket of another event while the door was offline",
};

/** What was done, to be read after who did it: “Oskar” “published the event”. */
export const auditLabels: Record<StoredAuditAction, EntryText> = {
  "organizer.started": "started this organizer",
  "organizer.edited": "changed the public page",
  "team.invited": ({ subject, detail }) => `invited ${subjectOrSomebody(subject)} as ${roleLabelFor(detail.role)}`,
  "team.invitation-resent": ({ subject }) => `sent the invitation to ${subjectOrSomebody(subject)} again`,
  "team.invitation-revoked": ({ subject }) => `took back the invitation to ${subjectOrSomebody(subject)}`,
  "team.joined": ({ detail }) => `joined the team as ${roleLabelFor(detail.role)}`,
  "team.left": "left the team",
  "team.removed": ({ subject }) => `removed ${subjectOrSomebody(subject)} from the team`,
  "team.role-changed": ({ subject, detail }) =>
    `made ${subjectOrSomebody(subject)} ${roleLabelFor(detail.to)}, who was ${roleLabelFor(detail.from)} before`,

  "event.created": "created the event",
  "event.duplicated": "made the event as a copy of another",
  "event.draft-edited": "edited the draft",
  "event.published": "published the event",
  "event.changed": ({ detail }) => `changed ${formatFields(detail.fields) || "the event"}`,
  "event.cancelled": ({ detail }) => `cancelled the event${formatReason(detail.reason)}`,
  "event.capacity-changed": ({ detail }) => `changed the capacity from ${text(detail.from)} to ${text(detail.to)}`,
  "event.counters-mended": "counted the seats again and mended the counters",
  "event.clock-rules-followed": ({ detail }) =>
    `followed changed clock rules in ${text(detail.timeZone)}: its times stay as they were typed`,
  "event.clock-kept": ({ detail }) => `kept the event’s time after clock rules changed in ${text(detail.timeZone)}`,
  "event.moment-kept": ({ detail }) => `kept the event’s moment after clock rules changed in ${text(detail.timeZone)}`,
  "events.imported": ({ detail }) =>
    detail.updated === undefined
      ? `imported ${formatCount(detail.imported, "event")}`
      : `updated ${formatCount(detail.updated, "event")} from a file`,

  "waiting-room.paused": "paused the waiting room",
  "waiting-room.resumed": "let the waiting room go on",
  "waiting-room.rate-changed": ({ detail }) => `set the waiting room to let in ${text(detail.to)} people per minute`,

  "booking.held": "held tickets",
  "booking.confirmed": "confirmed the booking",
  "booking.revived": "got the tickets back after the hold ran out",
  "booking.released": "released the tickets",
  "booking.expired": "ended a hold that ran out",
  "booking.cancelled": ({ detail }) => `cancelled the booking${formatReason(detail.reason)}`,
  "booking.cancelled-with-event": "cancelled the booking with the event",
  "booking.guest-added": ({ detail }) => `added a guest with ${formatCount(detail.tickets, "ticket")}`,
  "booking.moved": ({ detail }) =>
    `moved ${formatCount(detail.tickets, "ticket")} to ${text(detail.to) || "another type"}`,
  "booking.move-undone": "undid moving the tickets to another type",
  "booking.mail-resent": "had the booking's mail sent again",
  "ticket.holder-corrected": "corrected the name on a ticket",
  "check-in.admitted": "checked a ticket in",
  "check-in.undone": "undid a check-in",
  "ticket.checked_in": "checked a ticket in",
  "ticket.check_in_undone": "undid a check-in",
  "scan.conflict": ({ detail }) => conflictLabels[text(detail.outcome)] ?? "let somebody in who should not have been",
  "scan.conflict-settled": "looked at a check-in conflict",

  "waitlist.joined": "joined the waitlist",
  "waitlist.left": "left the waitlist",
  "waitlist.offered": "offered seats to the next in line",
  "waitlist.converted": "gave seats to the next in line",
  "waitlist.offer-expired": "ended an offer that ran out",
  "waitlist.run": ({ detail }) => `ran the waitlist: ${text(detail.converted)} booked, ${text(detail.offered)} offered`,
  "waitlist.offered-by-hand": ({ detail }) =>
    `gave ${formatCount(detail.seats, "seat")} to one in line by hand${formatReason(detail.reason)}`,
  "waitlist.closed-with-event": "closed the waitlist with the event",

  "message.sent": ({ detail }) => `wrote to ${audienceLabels[text(detail.audience)] ?? "attendees"}`,
  "message.retried": ({ detail }) => `had mails to ${formatCount(detail.people, "person", "people")} tried again`,

  "export.downloaded": ({ detail }) => `downloaded the ${text(detail.what)} as ${text(detail.format).toUpperCase()}`,

  "admin.user-deactivated": ({ subject, detail }) =>
    `closed the account of ${subjectOrSomebody(subject)}${formatReason(detail.reason)}`,
  "admin.user-reactivated": ({ subject, detail }) =>
    `opened the account of ${subjectOrSomebody(subject)} again${formatReason(detail.reason)}`,
  "admin.run-retried": ({ detail }) => `retried a failed run of ${text(detail.function)}`,
  "admin.run-dismissed": ({ detail }) => `dismissed a failed run of ${text(detail.function)}`,
  "admin.mail-retried": "had a mail sent again",
  "admin.outbox-sent": ({ detail }) => `sent ${formatCount(detail.sent, "announcement")} that were left behind`,
  "admin.inventory-recounted": ({ detail }) =>
    `recounted the inventory: ${detail.differing === 0 ? "every event adds up" : `${formatCount(detail.differing, "event")} differed`}`,
  "admin.counters-mended": "mended the counters",
};

const hasLabel = (action: string): action is StoredAuditAction => Object.hasOwn(auditLabels, action);

/** An entry in plain words. A name that only another version knows still reads: its own words. */
export function formatAuditEntry(action: string, facts: AuditData): string {
  if (hasLabel(action)) {
    const words = auditLabels[action];
    return typeof words === "string" ? words : words(facts);
  }
  const [subject = "", done = ""] = action.split(".");
  return [subject, done].map((part) => part.replaceAll("-", " ")).join(": ");
}
