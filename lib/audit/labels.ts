import type { StoredAuditAction } from "@/db/schema/audit-actions";
import { roleLabels, roles } from "@/lib/access/permissions";
import { formatMoney } from "@/lib/money/format";
import {
  auditAudiences,
  auditConflicts,
  auditEntries,
  auditEventFields,
  auditKindNames,
  auditUnknowns,
  auditVariants,
} from "@/texts/audit";

/** What an entry is about, for the filter. The first word of its action decides. */
export const auditKinds = {
  event: { name: auditKindNames.event, prefixes: ["event", "events", "import", "waiting-room"] },
  booking: { name: auditKindNames.booking, prefixes: ["booking", "ticket", "attendee", "payment"] },
  waitlist: { name: auditKindNames.waitlist, prefixes: ["waitlist"] },
  door: { name: auditKindNames.door, prefixes: ["check-in", "scan"] },
  message: { name: auditKindNames.message, prefixes: ["message", "messages"] },
  export: { name: auditKindNames.export, prefixes: ["export"] },
  team: { name: auditKindNames.team, prefixes: ["team", "organizer"] },
} as const;

export type AuditKind = keyof typeof auditKinds;

export type AuditData = {
  detail: Record<string, unknown>;
  /** The name of the member, or the address of the invitation, that the action was about. */
  subject: string | null;
};

type EntryText = string | ((data: AuditData) => string);

const text = (value: unknown) => (typeof value === "string" || typeof value === "number" ? String(value) : "");
const moneyFrom = ({ amount, currency }: Record<string, unknown>) =>
  typeof amount === "number" && typeof currency === "string" ? formatMoney(amount, currency) : text(amount);
const numberOrNull = (value: unknown) => (typeof value === "number" ? value : null);
const personFrom = (subject: string | null) => subject ?? auditUnknowns.person;
const labelFrom = (labels: Record<string, string>, value: unknown) =>
  Object.hasOwn(labels, text(value)) ? labels[text(value)] : undefined;

function roleFrom(value: unknown) {
  const known = roles.find((one) => one === value);
  return known ? roleLabels[known].toLowerCase() : auditUnknowns.role;
}

function formatFields(fields: unknown[]): string {
  const names = fields.map((field) => labelFrom(auditEventFields, field) ?? text(field));
  return new Intl.ListFormat("en-GB").format(names);
}

/** What was done, to be read after the name of the person who did it: “Oskar” “published the event”. */
export const auditLabels: Record<StoredAuditAction, EntryText> = {
  ...auditEntries,
  "team.invited": ({ subject, detail }) => auditEntries["team.invited"](personFrom(subject), roleFrom(detail.role)),
  "team.invitation-resent": ({ subject }) => auditEntries["team.invitation-resent"](personFrom(subject)),
  "team.invitation-revoked": ({ subject }) => auditEntries["team.invitation-revoked"](personFrom(subject)),
  "team.joined": ({ detail }) => auditEntries["team.joined"](roleFrom(detail.role)),
  "team.removed": ({ subject }) => auditEntries["team.removed"](personFrom(subject)),
  "team.role-changed": ({ subject, detail }) =>
    auditEntries["team.role-changed"](personFrom(subject), roleFrom(detail.from), roleFrom(detail.to)),

  "event.changed": ({ detail: { fields } }) =>
    Array.isArray(fields) && fields.length > 0
      ? auditEntries["event.changed"](formatFields(fields))
      : auditVariants.eventChanged,
  "event.cancelled": ({ detail }) => auditEntries["event.cancelled"](text(detail.reason)),
  "event.capacity-changed": ({ detail }) => auditEntries["event.capacity-changed"](text(detail.from), text(detail.to)),
  "event.clock-rules-followed": ({ detail }) => auditEntries["event.clock-rules-followed"](text(detail.timeZone)),
  "event.clock-kept": ({ detail }) => auditEntries["event.clock-kept"](text(detail.timeZone)),
  "event.moment-kept": ({ detail }) => auditEntries["event.moment-kept"](text(detail.timeZone)),
  "events.imported": ({ detail }) =>
    detail.updated === undefined
      ? auditEntries["events.imported"](numberOrNull(detail.imported))
      : auditVariants.eventsUpdated(numberOrNull(detail.updated)),

  "payment.recorded": ({ detail }) => auditEntries["payment.recorded"](moneyFrom(detail)),
  "payment.refund-requested": ({ detail }) => auditEntries["payment.refund-requested"](moneyFrom(detail)),
  "waiting-room.rate-changed": ({ detail }) => auditEntries["waiting-room.rate-changed"](text(detail.to)),

  "booking.cancelled": ({ detail }) => auditEntries["booking.cancelled"](text(detail.reason)),
  "booking.guest-added": ({ detail }) => auditEntries["booking.guest-added"](numberOrNull(detail.tickets)),
  "booking.moved": ({ detail }) =>
    auditEntries["booking.moved"](numberOrNull(detail.tickets), text(detail.to) || auditUnknowns.ticketType),
  "ticket.checked_in": auditEntries["check-in.admitted"],
  "ticket.check_in_undone": auditEntries["check-in.undone"],
  "scan.conflict": ({ detail }) => labelFrom(auditConflicts, detail.outcome) ?? auditUnknowns.conflict,

  "waitlist.run": ({ detail }) => auditEntries["waitlist.run"](text(detail.converted), text(detail.offered)),
  "waitlist.offered-by-hand": ({ detail }) =>
    auditEntries["waitlist.offered-by-hand"](numberOrNull(detail.seats), text(detail.reason)),

  "message.sent": ({ detail }) =>
    auditEntries["message.sent"](labelFrom(auditAudiences, detail.audience) ?? auditUnknowns.audience),
  "message.retried": ({ detail }) => auditEntries["message.retried"](numberOrNull(detail.people)),

  "export.downloaded": ({ detail }) =>
    auditEntries["export.downloaded"](text(detail.what), text(detail.format).toUpperCase()),

  "admin.user-deactivated": ({ subject, detail }) =>
    auditEntries["admin.user-deactivated"](personFrom(subject), text(detail.reason)),
  "admin.user-reactivated": ({ subject, detail }) =>
    auditEntries["admin.user-reactivated"](personFrom(subject), text(detail.reason)),
  "admin.run-retried": ({ detail }) => auditEntries["admin.run-retried"](text(detail.function)),
  "admin.run-dismissed": ({ detail }) => auditEntries["admin.run-dismissed"](text(detail.function)),
  "admin.outbox-sent": ({ detail }) => auditEntries["admin.outbox-sent"](numberOrNull(detail.sent)),
  "admin.unknown-payment-seen": ({ detail }) => auditEntries["admin.unknown-payment-seen"](text(detail.payment)),
  "admin.inventory-recounted": ({ detail }) =>
    detail.differing === 0
      ? auditVariants.inventoryAddsUp
      : auditEntries["admin.inventory-recounted"](numberOrNull(detail.differing)),
};

const hasLabel = (action: string): action is StoredAuditAction => Object.hasOwn(auditLabels, action);

/** An entry in plain English. An action of another version of Quorix is shown by its own name. */
export function formatAuditEntry(action: string, data: AuditData): string {
  if (hasLabel(action)) {
    const label = auditLabels[action];
    return typeof label === "string" ? label : label(data);
  }
  const [subject = "", done = ""] = action.split(".");
  return [subject, done].map((part) => part.replaceAll("-", " ")).join(": ");
}
