import { expect, test } from "vitest";
import { auditActions } from "@/db/schema/audit-actions";
import { auditKinds, auditLabels, formatAuditEntry } from "./labels";

// That only these names are written, and that each has words, is held by their types.
test("every name belongs to one kind, in the way the log looks for it", () => {
  const prefixes = Object.values(auditKinds).flatMap((kind) => [...kind.prefixes]);
  expect(new Set(prefixes).size).toBe(prefixes.length);
  const organizers = auditActions.filter((name) => !name.startsWith("admin."));
  for (const name of organizers) expect(prefixes).toContain(name.split(".")[0]);
  for (const name of auditActions) expect(name).toMatch(/^[a-z-]+\.[a-z-]+$/);
});

test("every entry reads as what somebody did, also with nothing known about it", () => {
  for (const action of Object.keys(auditLabels)) {
    const words = formatAuditEntry(action, { detail: {}, subject: null });
    expect(words).toMatch(/^[a-z]/);
    expect(words).not.toMatch(/undefined|null|\[object|\.$/);
  }
});

test("roles, people and counts are named", () => {
  const told = (action: string, detail: Record<string, unknown>, subject: string | null = "Mina") =>
    formatAuditEntry(action, { detail, subject });
  expect(told("team.role-changed", { from: "owner", to: "door_staff" })).toBe(
    "made Mina door staff, who was owner before",
  );
  expect(told("team.invited", { role: "manager" }, "mina@quorix.test")).toBe("invited mina@quorix.test as manager");
  expect(told("booking.cancelled", { reason: "double" })).toBe("cancelled the booking: “double”");
  expect(told("event.changed", { fields: ["name", "startsAt", "venue"] })).toBe(
    "changed the event’s name, start and venue",
  );
  expect(told("booking.guest-added", { tickets: 1 })).toBe("added a guest with 1 ticket");
});

test("a name that nobody has worded still reads", () => {
  expect(formatAuditEntry("event.doors-moved", { detail: {}, subject: null })).toBe("event: doors moved");
});
