import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { attendeeSteps } from "@/db/schema";
import { auditKinds, auditWords, tellAudit } from "./audit-words";

const NAME = /"([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)"/g;
const WRITES = /\b(?:audit|recordAudit|recordAdminAudit)\(/g;

/** The arguments of a call, from its opening bracket to the one that closes it. */
function argumentsAt(code: string, start: number): string {
  let depth = 0;
  for (let at = start; at < code.length; at += 1) {
    if (code[at] === "(") depth += 1;
    if (code[at] === ")") depth -= 1;
    if (depth === 0) return code.slice(start, at);
  }
  throw new Error("a call that never ends");
}

function sources() {
  const files = ["lib", "inngest", "app"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
  );
  return files
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
    .map((file) => ({ file, code: readFileSync(file, "utf8") }));
}

/** Every name that the code writes into the log, by file. Names also stand in `action: "…"` on their way there. */
function namesInCode() {
  return sources().flatMap(({ file, code }) => {
    const calls = [...code.matchAll(WRITES)].map((call) => argumentsAt(code, call.index + call[0].length - 1));
    if (calls.length === 0) return [];
    const named = [...code.matchAll(/\baction(?::| =|=)[^;{}]*?[;,}\n]/g)].map(([line]) => line);
    const names = [...calls, ...named].flatMap((part) => [...part.matchAll(NAME)].map(([, name = ""]) => name));
    return [...new Set(names)].map((name) => ({ file, name }));
  });
}

test("every name that the code writes has words", () => {
  const names = namesInCode();
  // The search itself has to find what is known to be there.
  expect(names.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["team.invited", "booking.cancelled", "booking.released", "event.capacity-changed"]),
  );
  expect(names.filter(({ name }) => !Object.hasOwn(auditWords, name))).toEqual([]);
});

test("every name belongs to one kind, and attendees' own are known names", () => {
  const prefixes = Object.values(auditKinds).flatMap((kind) => [...kind.prefixes]);
  expect(new Set(prefixes).size).toBe(prefixes.length);
  const organizers = Object.keys(auditWords).filter((name) => !name.startsWith("admin."));
  for (const name of organizers) expect(prefixes).toContain(name.split(".")[0]);
  for (const name of attendeeSteps) expect(auditWords).toHaveProperty([name]);
});

test("every entry reads as what somebody did, also with nothing known about it", () => {
  for (const action of Object.keys(auditWords)) {
    const words = tellAudit(action, { detail: {}, subject: null });
    expect(words).toMatch(/^[a-z]/);
    expect(words).not.toMatch(/undefined|null|\[object|\.$/);
  }
});

test("roles, people and counts are named", () => {
  const told = (action: string, detail: Record<string, unknown>, subject: string | null = "Mina") =>
    tellAudit(action, { detail, subject });
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
  expect(tellAudit("event.doors-moved", { detail: {}, subject: null })).toBe("event: doors moved");
});
