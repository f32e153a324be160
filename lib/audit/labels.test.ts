import { expect, test } from "vitest";
import { auditActions } from "@/db/schema/audit-actions";
import { auditKinds, auditLabels, formatAuditEntry } from "./labels";

test("every action belongs to one kind by its prefix", () => {
  const prefixes = Object.values(auditKinds).flatMap((kind) => [...kind.prefixes]);
  expect(new Set(prefixes).size).toBe(prefixes.length);
  const organizers = auditActions.filter((name) => !name.startsWith("admin."));
  for (const name of organizers) expect(prefixes).toContain(name.split(".")[0]);
  for (const name of auditActions) expect(name).toMatch(/^[a-z-]+\.[a-z-]+$/);
});

test("every entry is a sentence without its subject, also with unknown data", () => {
  for (const action of Object.keys(auditLabels)) {
    const entry = formatAuditEntry(action, { detail: {}, subject: null });
    expect(entry).toMatch(/^[a-z]/);
    expect(entry).not.toMatch(/undefined|null|\[object|\.$/);
  }
});

test("roles, people and counts are named", () => {
  const format = (action: string, detail: Record<string, unknown>, subject: string | null = "Mina") =>
    formatAuditEntry(action, { detail, subject });
  expect(format("team.role-changed", { from: "owner", to: "door_staff" })).toBe(
    "changed Mina from owner to door staff",
  );
  expect(format("team.invited", { role: "manager" }, "mina@quorix.test")).toBe("invited mina@quorix.test as manager");
  expect(format("booking.cancelled", { reason: "double" })).toBe("cancelled the booking: “double”");
  expect(format("event.changed", { fields: ["name", "startsAt", "venue"] })).toBe(
    "changed the event’s name, start and venue",
  );
  expect(format("booking.guest-added", { tickets: 1 })).toBe("added a guest with 1 ticket");
});

test("an action without a label is shown by its name", () => {
  expect(formatAuditEntry("event.doors-moved", { detail: {}, subject: null })).toBe("event: doors moved");
});
