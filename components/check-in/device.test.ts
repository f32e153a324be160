import { expect, test } from "vitest";
import { deriveEventKey } from "@/lib/tickets/event-key";
import { fingerprintOf, signCode } from "@/lib/tickets/signed-code";
import { typeOnKeyboard } from "@/test/keyboards";
import type { CheckInEvent, PendingStep, StoredManifest, StoredTicket } from "./check-in-types";
import { decideOffline } from "./decide-offline";
import { findTicketsByName } from "./find-tickets-by-name";
import { findLocalConflicts, sendSteps } from "./send-steps";

const LISTED = "7KQ2M9XA4BPB4T1C";
const LATER = "0000111122223333";
const at = new Date("2026-12-12T19:00:00Z");

const event: CheckInEvent = {
  slug: "night",
  name: "Night",
  status: "published",
  startsAt: "2026-12-12T19:30:00Z",
  endsAt: "2026-12-12T23:00:00Z",
  timeZone: "UTC",
  place: "",
};
const list: StoredManifest = {
  slug: "night",
  version: "1",
  viewer: "me",
  key: deriveEventKey(1),
  types: [],
  fetchedAt: 0,
};

async function known(values: Partial<StoredTicket> = {}) {
  const fingerprint = await fingerprintOf(LISTED);
  const ticket = { list: "night", fingerprint, holderName: "Ana", type: "a", ...values };
  return { event, list, tickets: new Map([[fingerprint, ticket]]) };
}
const says = async (text: string, values: Partial<StoredTicket> = {}) =>
  (await decideOffline({ text }, await known(values), { anyDay: false, at })).outcome;

test("the list decides about listed tickets, by code or fingerprint", async () => {
  expect(await says(LISTED)).toBe("admitted");
  expect(await says(await signCode(deriveEventKey(1), LISTED))).toBe("admitted");
  expect(await says(LISTED, { isVoid: true })).toBe("void");
  expect(await says(LISTED, { admission: { at: "", by: null } })).toBe("already_in");
  const byList = { fingerprint: await fingerprintOf(LISTED) };
  expect((await decideOffline(byList, await known(), { anyDay: false, at })).outcome).toBe("admitted");
});

test.each(["AZERTY", "QWERTZ"])(
  "c22: offline, a code that a scanner types on %s is let in if it is certain",
  async (keyboard) => {
    const listed = "7KQ2M9XA4BPB4Y1Z";
    const fingerprint = await fingerprintOf(listed);
    const ticket = { list: "night", fingerprint, holderName: "Ana", type: "a" };
    const here = { event, list, tickets: new Map([[fingerprint, ticket]]) };
    const decided = async (text: string) =>
      (await decideOffline({ text: typeOnKeyboard(keyboard, text) }, here, { anyDay: false, at })).outcome;
    expect(await decided(await signCode(deriveEventKey(1), listed))).toBe("admitted");
    expect(await decided(listed)).toBe("admitted");
    expect(await decided(await signCode(deriveEventKey(1), "YZ0011112222333A"))).toBe("provisional");
    // Another event's code, or no code at all: a guess lets nobody in.
    expect(["other_event", "not_a_code", "unknown"]).toContain(
      await decided(await signCode(deriveEventKey(2), "YZ0011112222333A")),
    );
    expect(["not_a_code", "unknown"]).toContain(await decided("YZ0011112222333A"));
  },
);

test("the signature decides about unlisted tickets", async () => {
  expect(await says(await signCode(deriveEventKey(1), LATER))).toBe("provisional");
  expect(await says(await signCode(deriveEventKey(2), LATER))).toBe("other_event");
  expect(await says(`${LATER}.0000000000000000`)).toBe("other_event");
  expect(await says(LATER)).toBe("unknown");
  expect(await says("https://example.com")).toBe("not_a_code");
});

test("without a list there is no decision", async () => {
  const empty = { event, list: null, tickets: new Map() };
  expect((await decideOffline({ text: LISTED }, empty, { anyDay: false, at })).outcome).toBe("no_list");
});

test("another day, and a cancelled event", async () => {
  const later = { anyDay: false, at: new Date("2026-12-20T19:00:00Z") };
  expect((await decideOffline({ text: LISTED }, await known(), later)).outcome).toBe("other_day");
  expect((await decideOffline({ text: LISTED }, await known(), { ...later, anyDay: true })).outcome).toBe("admitted");
  const cancelled = { ...(await known()), event: { ...event, status: "cancelled" as const } };
  expect((await decideOffline({ text: LISTED }, cancelled, { anyDay: false, at })).outcome).toBe("void");
});

const aStep = (id: string): PendingStep => ({
  list: "night",
  viewer: "me",
  step: { kind: "scan", id, ticket: { text: LISTED }, device: "A", anyDay: false, at: at.toISOString() },
});
const admitted = (id: string) => ({ kind: "scan" as const, id, outcome: "admitted" as const });

test("steps are sent in order, in batches, and stop at a network failure", async () => {
  const steps = Array.from({ length: 120 }, (_, index) => aStep(String(index)));
  const batches: string[][] = [];
  const failure = await sendSteps(
    {
      sync: async ({ steps: sent }) => {
        if (batches.length === 2) return { ok: false, code: "UNREACHABLE" };
        return { ok: true, body: { steps: sent.map(({ id }) => admitted(id)) } };
      },
    },
    steps,
    async (sent) => void batches.push(sent.map(({ step }) => step.id)),
  );
  expect(failure?.code).toBe("UNREACHABLE");
  expect(batches.flat()).toEqual(steps.slice(0, 100).map(({ step }) => step.id));
});

test("a step that the server rejects is reported and blocks nothing", async () => {
  const steps = [aStep("1"), aStep("bad"), aStep("3")];
  const answers: unknown[] = [];
  const failure = await sendSteps(
    {
      sync: async ({ steps: sent }) =>
        sent.some(({ id }) => id === "bad")
          ? { ok: false, code: "INVALID" }
          : { ok: true, body: { steps: sent.map(({ id }) => admitted(id)) } },
    },
    steps,
    async (sent, answered) => {
      answers.push(...answered);
      expect(sent).toHaveLength(1);
    },
  );
  expect(failure).toBeNull();
  expect(answers).toEqual([admitted("1"), { kind: "scan", id: "bad", outcome: "unknown" }, admitted("3")]);
});

test("conflicts are offline admissions that the server refused, except undone ones", () => {
  const steps = [aStep("1"), aStep("2"), aStep("3")];
  const undo: PendingStep = {
    ...aStep("4"),
    step: { kind: "undo", id: "4", scanId: "3", device: "A", at: at.toISOString() },
  };
  const refused = (id: string) => ({ kind: "scan" as const, id, outcome: "void" as const });
  const found = findLocalConflicts("night", [...steps, undo], steps, [admitted("1"), refused("2"), refused("3")], []);
  expect(found).toMatchObject([{ id: "2", outcome: "void", at: at.getTime() }]);
});

test("names are found by parts, in any order, without their accents", () => {
  const tickets = ["Jürgen Núñez", "Ana Jurgensen", "علي حسن"].map((holderName) => ({
    list: "night",
    fingerprint: holderName,
    holderName,
    type: null,
  }));
  const names = (name: string) => findTicketsByName(tickets, name).map(({ holderName }) => holderName);
  expect(names("nun jur")).toEqual(["Jürgen Núñez"]);
  expect(names("JURGEN")).toEqual(["Ana Jurgensen", "Jürgen Núñez"]);
  expect(names("حسن")).toEqual(["علي حسن"]);
  expect(names("")).toHaveLength(3);
});
