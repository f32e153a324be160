import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { auditLog, organizerMembers, users } from "@/db/schema";
import { makeMember, makeOrganizer, makeUser } from "@/test/factories";
import { countLockWaiters } from "@/test/locks";
import { changeRole, type LockTeam, removeMember } from "./members";

let organizerId: number;
let first: number;
let second: number;

beforeEach(async () => {
  organizerId = (await makeOrganizer(db)).id;
  first = (await makeMember(db, { organizerId })).userId;
  second = (await makeMember(db, { organizerId })).userId;
});

const roleOf = async (userId: number) => {
  const isThem = and(eq(organizerMembers.organizerId, organizerId), eq(organizerMembers.userId, userId));
  return (await db.select().from(organizerMembers).where(isThem))[0]?.role ?? null;
};
const owners = async () =>
  (await Promise.all([roleOf(first), roleOf(second)])).filter((role) => role === "owner").length;
const audits = () => db.select().from(auditLog).where(eq(auditLog.organizerId, organizerId)).orderBy(auditLog.id);
const demote = (userId: number, actorId: number) =>
  db.transaction((tx) => changeRole(tx, { organizerId, userId, actorId, role: "manager" }));
const remove = (userId: number, actorId: number) =>
  db.transaction((tx) => removeMember(tx, { organizerId, userId, actorId }));

describe("a role", () => {
  it("is changed by an owner, and the audit log has both roles", async () => {
    expect(await demote(second, first)).toEqual({ ok: true });
    expect(await roleOf(second)).toBe("manager");
    expect(await audits()).toMatchObject([
      { action: "team.role-changed", actorId: first, detail: { userId: second, from: "owner", to: "manager" } },
    ]);
  });

  it("that stays the same is no change", async () => {
    await demote(second, first);
    expect(await demote(second, first)).toEqual({ ok: true });
    expect(await audits()).toHaveLength(1);
  });

  it("of the last owner can't be changed, and the last owner can't be removed", async () => {
    await demote(second, first);
    expect(await demote(first, first)).toEqual({ ok: false, code: "LAST_OWNER" });
    expect(await remove(first, first)).toEqual({ ok: false, code: "LAST_OWNER" });
    expect(await roleOf(first)).toBe("owner");
  });

  it("doesn't count owners with a deactivated account", async () => {
    await db.update(users).set({ isActive: false }).where(eq(users.id, second));
    expect(await remove(first, first)).toEqual({ ok: false, code: "LAST_OWNER" });
    expect(await remove(second, first)).toEqual({ ok: true });
  });

  it("isn't changed by a former owner, or by an owner of another team", async () => {
    const manager = (await makeMember(db, { organizerId, role: "manager" })).userId;
    expect(await demote(second, manager)).toEqual({ ok: false, code: "NOT_ALLOWED" });
    expect(await remove(second, manager)).toEqual({ ok: false, code: "NOT_ALLOWED" });
    const elsewhere = await makeMember(db);
    expect(await demote(elsewhere.userId, first)).toEqual({ ok: false, code: "NOT_A_MEMBER" });
    expect(await demote((await makeUser(db)).id, first)).toEqual({ ok: false, code: "NOT_A_MEMBER" });
    expect(await owners()).toBe(2);
  });
});

describe("leaving", () => {
  it("is recorded differently from being removed", async () => {
    const door = (await makeMember(db, { organizerId, role: "door_staff" })).userId;
    expect(await remove(door, door)).toEqual({ ok: true });
    expect(await remove(second, first)).toEqual({ ok: true });
    expect((await audits()).map(({ action }) => action)).toEqual(["team.left", "team.removed"]);
    expect(await roleOf(door)).toBeNull();
  });
});

describe("two owners who demote each other at once", () => {
  const unlocked: LockTeam = async () => undefined;

  /** The second decides while the first has not committed. */
  async function race(lock?: LockTeam) {
    return db.transaction(async (tx) => {
      const one = await changeRole(tx, { organizerId, userId: second, actorId: first, role: "manager" }, lock);
      const other = db.transaction((tx2) =>
        changeRole(tx2, { organizerId, userId: first, actorId: second, role: "manager" }, lock),
      );
      // It either waits for this transaction or has finished.
      if (lock) await other;
      else await expect.poll(() => countLockWaiters(db)).toBe(1);
      // Wrapped, as an async function would await the promise.
      return { one, other: () => other };
    });
  }

  it("leaves one owner", async () => {
    const { one, other } = await race();
    expect(one).toEqual({ ok: true });
    expect(await other()).toMatchObject({ ok: false });
    expect(await owners()).toBe(1);
  });

  it("leaves none without the lock", async () => {
    await race(unlocked);
    expect(await owners()).toBe(0);
  });
});
