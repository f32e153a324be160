import { plural } from "./plural";

/** What an entry is about, for the filter. */
export const auditKindNames = {
  event: "Events",
  booking: "Bookings and attendees",
  waitlist: "Waitlist",
  door: "Check-in",
  message: "Messages",
  export: "Downloads",
  team: "Team and public page",
};

export const auditLogTexts = {
  untitledEvent: "Untitled draft",
  quorix: "Quorix",
};

/** Parts of entries whose data is missing or unknown. */
export const auditUnknowns = {
  person: "someone",
  role: "member",
  ticketType: "another type",
  audience: "attendees",
  conflict: "checked in someone who shouldn’t have been",
};

export const auditAudiences = {
  all: "everyone with a booking",
  type: "everyone with one ticket type",
  waitlist: "the waitlist",
  references: "chosen bookings",
};

/** Fields of an event whose stored names aren't English. */
export const auditEventFields = {
  startsAt: "start",
  endsAt: "end",
  timeZone: "time zone",
  coverImage: "cover image",
  paymentMethod: "way of paying",
  paymentMinutes: "time to pay",
  ticketTypes: "ticket types",
  maxTicketsPerBooking: "limit per booking",
  holdMinutes: "hold time",
  cancellationCutoffHours: "cancellation deadline",
  waitlistEnabled: "waitlist",
  waitingRoom: "waiting room",
  salesStartAt: "start of sales",
  salesEndAt: "end of sales",
};

/** Check-ins of an offline device that turned out to be wrong. */
export const auditConflicts = {
  already_in: "reported a ticket that was checked in twice while a device was offline",
  void: "checked in a cancelled ticket while the device was offline",
  unknown: "checked in an unknown ticket while the device was offline",
  other_event: "checked in a ticket of another event while the device was offline",
};

type Count = number | null;

/** "3 events", or "events" where the number is unknown. */
const counted = (count: Count, forms: { one: string; other: string }) =>
  count === null ? forms.other : plural(count, forms);
const tickets = (count: Count) => counted(count, { one: "ticket", other: "tickets" });
const events = (count: Count) => counted(count, { one: "event", other: "events" });
const withReason = (sentence: string, reason: string) => (reason ? `${sentence}: “${reason}”` : sentence);

/** What was done, after the name of the person who did it: “Oskar” “published the event”. */
export const auditEntries = {
  "organizer.started": "created this organizer",
  "organizer.edited": "changed the public page",
  "team.invited": (person: string, role: string) => `invited ${person} as ${role}`,
  "team.invitation-resent": (person: string) => `sent the invitation to ${person} again`,
  "team.invitation-revoked": (person: string) => `revoked the invitation to ${person}`,
  "team.joined": (role: string) => `joined the team as ${role}`,
  "team.left": "left the team",
  "team.removed": (person: string) => `removed ${person} from the team`,
  "team.role-changed": (person: string, from: string, to: string) => `changed ${person} from ${from} to ${to}`,

  "event.created": "created the event",
  "event.duplicated": "created the event as a copy of another",
  "event.draft-edited": "edited the draft",
  "event.published": "published the event",
  "event.changed": (fields: string) => `changed the event’s ${fields}`,
  "event.cancelled": (reason: string) => withReason("cancelled the event", reason),
  "event.capacity-changed": (from: string, to: string) => `changed the capacity from ${from} to ${to}`,
  "event.counters-mended": "corrected the seat counters",
  "event.clock-rules-followed": (timeZone: string) =>
    `applied changed clock rules in ${timeZone}: the event’s times stay as they were entered`,
  "event.clock-kept": (timeZone: string) => `kept the event’s local time after clock rules changed in ${timeZone}`,
  "event.moment-kept": (timeZone: string) => `kept the event’s moment after clock rules changed in ${timeZone}`,
  "events.imported": (count: Count) => `imported ${events(count)}`,

  "waiting-room.paused": "paused the waiting room",
  "waiting-room.resumed": "resumed the waiting room",
  "waiting-room.rate-changed": (people: string) => `set the waiting room to ${people} people per minute`,

  "booking.held": "reserved tickets",
  "booking.confirmed": "confirmed the booking",
  "booking.revived": "got the tickets back after the hold expired",
  "booking.released": "released the tickets",
  "booking.expired": "ended an expired hold",
  "booking.cancelled": (reason: string) => withReason("cancelled the booking", reason),
  "booking.cancelled-with-event": "cancelled the booking with the event",
  "payment.recorded": (amount: string) => `recorded a payment of ${amount}`,
  "payment.refund-requested": (amount: string) => `refunded ${amount}`,
  "payment.reviewed": "marked a payment problem as solved",
  "booking.guest-added": (count: Count) => `added a guest with ${tickets(count)}`,
  "booking.moved": (count: Count, to: string) => `moved ${tickets(count)} to ${to}`,
  "booking.move-undone": "undid moving the tickets to another type",
  "booking.mail-resent": "resent the booking’s email",
  "ticket.holder-corrected": "corrected the name on a ticket",
  "check-in.admitted": "checked a ticket in",
  "check-in.undone": "undid a check-in",
  "scan.conflict-settled": "reviewed a check-in conflict",

  "waitlist.joined": "joined the waitlist",
  "waitlist.left": "left the waitlist",
  "waitlist.offered": "offered tickets to the next person on the waitlist",
  "waitlist.converted": "booked tickets for the next person on the waitlist",
  "waitlist.offer-expired": "ended an expired offer",
  "waitlist.run": (booked: string, offered: string) => `ran the waitlist: ${booked} booked, ${offered} offered`,
  "waitlist.offered-by-hand": (count: Count, reason: string) =>
    withReason(`manually gave ${tickets(count)} to a person on the waitlist`, reason),
  "waitlist.closed-with-event": "closed the waitlist with the event",

  "message.sent": (audience: string) => `wrote to ${audience}`,
  "message.retried": (count: Count) => `retried ${counted(count, { one: "failed email", other: "failed emails" })}`,

  "export.downloaded": (what: string, format: string) => `downloaded the ${what} as ${format}`,

  "admin.user-deactivated": (person: string, reason: string) =>
    withReason(`deactivated the account of ${person}`, reason),
  "admin.user-reactivated": (person: string, reason: string) =>
    withReason(`reactivated the account of ${person}`, reason),
  "admin.run-retried": (functionId: string) => `retried a failed run of ${functionId}`,
  "admin.run-dismissed": (functionId: string) => `dismissed a failed run of ${functionId}`,
  "admin.mail-retried": "resent an email",
  "admin.outbox-sent": (count: Count) =>
    `sent ${counted(count, { one: "pending job request", other: "pending job requests" })}`,
  "admin.inventory-recounted": (count: Count) =>
    `checked the inventory: ${counted(count, { one: "event doesn’t add up", other: "events don’t add up" })}`,
  "admin.counters-mended": "corrected the seat counters",
  "admin.unknown-payment-seen": (payment: string) => `looked into the unknown payment ${payment}`,
};

/** Entries of the same actions with other data. */
export const auditVariants = {
  eventChanged: "changed the event",
  eventsUpdated: (count: Count) => `updated ${events(count)} from a file`,
  inventoryAddsUp: "checked the inventory: every event adds up",
};
