import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { getViewer, requireViewer } from "@/lib/auth/viewer";
import { adminMatrix } from "@/test/permissions/admin";
import { attendeeMatrix } from "@/test/permissions/attendees";
import { checkInMatrix } from "@/test/permissions/check-in";
import type { Entry, Matrix } from "@/test/permissions/entry";
import { eventOperationsMatrix } from "@/test/permissions/event-operations";
import { eventMatrix } from "@/test/permissions/events";
import { openPermissionsFixture, type Person, people, truncateFixtures } from "@/test/permissions/fixture";
import { databaseFingerprint, isDenied } from "@/test/permissions/outcome";
import { paymentMatrix } from "@/test/permissions/payments";
import { actionsInCode, routesInCode } from "@/test/permissions/sources";
import { teamMatrix } from "@/test/permissions/team";
import { hasPermission, roles } from "./permissions";

// Before lib/env is read: uploads go to a temporary folder.
const media = await vi.hoisted(async () => {
  const { mkdtempSync } = await import("node:fs");
  process.env.MEDIA_DIR = mkdtempSync("/tmp/quorix-media-");
  return process.env.MEDIA_DIR;
});
vi.mock("@/lib/auth/viewer", () => ({ requireViewer: vi.fn(), getViewer: vi.fn() }));
vi.mock("@/lib/outbox/relay", () => ({ relayOutbox: async () => ({ dispatched: 1, failed: 0 }) }));
vi.mock("@/inngest/client", () => ({ inngest: { send: async () => ({ ids: [] }) } }));
vi.mock("next/cache", () => ({
  updateTag() {},
  revalidatePath() {},
  revalidateTag() {},
  refresh() {},
  cacheTag() {},
  cacheLife() {},
}));
vi.mock("next/headers", () => ({ headers: async () => new Headers({ "next-action": "sent by a script" }) }));

const matrix: Matrix = {
  ...adminMatrix,
  ...attendeeMatrix,
  ...checkInMatrix,
  ...eventMatrix,
  ...eventOperationsMatrix,
  ...paymentMatrix,
  ...teamMatrix,
};

afterAll(() => rmSync(media, { recursive: true, force: true }));

class SignInFirst extends Error {
  digest = "NEXT_REDIRECT;replace;/sign-in?callbackUrl=%2F;307;";
}

function isAllowed({ needs }: Entry, person: Person): boolean {
  const role = roles.find((one) => one === person);
  if (needs === "superuser" || needs === "invited") return person === (needs === "invited" ? "stranger" : needs);
  if (needs === "signed-in") return person !== "nobody signed in";
  if (needs === "member") return role !== undefined;
  return role !== undefined && hasPermission(role, needs);
}

it("every action and route handler of organizers and superusers is in the matrix, and nothing else is", () => {
  expect(Object.keys(matrix).toSorted()).toEqual([...actionsInCode(), ...routesInCode()].toSorted());
});

describe.each(Object.entries(matrix))("%s", (_name, entry) => {
  beforeAll(async () => {
    await truncateFixtures();
  });
  it.each(people)("asked by: %s", async (person) => {
    const fixture = await openPermissionsFixture(person);
    const { actor } = fixture;
    const act = await entry.arrange(fixture);
    vi.mocked(getViewer).mockResolvedValue(actor);
    vi.mocked(requireViewer).mockImplementation(async () => {
      if (actor) return actor;
      throw new SignInFirst();
    });
    const allowed = isAllowed(entry, person);
    const before = await databaseFingerprint();
    const denied = await isDenied(act);
    const changed = (await databaseFingerprint()) !== before;
    if (!entry.isQuiet) expect(denied, "turned away").toBe(!allowed);
    expect(changed, "changed something").toBe(allowed && entry.shows === "changes");
  });
});
