import "@/test/email-for-file";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { auditLog, emailDeliveries, organizerMembers, outbox, teamInvitations, users } from "@/db/schema";
import { sendEmailFor } from "@/test/announced-emails";
import { emailServer } from "@/test/email-for-file";
import { makeMember, makeOrganizer, makeUser } from "@/test/factories";
import { acceptInvitation, inspectInvitation } from "./accept-invitation";
import { invitationToken } from "./invitation-link";
import { inviteMember, resendInvitation, revokeInvitation } from "./invitations";
import { listInvitations } from "./queries";

let organizerId: number;
let ownerId: number;
let email: string;

beforeEach(async () => {
  vi.spyOn(console, "info").mockImplementation(() => {});
  organizerId = (await makeOrganizer(db, { name: "Lantern & Row" })).id;
  ownerId = (await makeMember(db, { organizerId })).userId;
  email = `${crypto.randomUUID()}@quorix.test`;
});

const invite = (role: "owner" | "manager" | "door_staff" = "manager") =>
  db.transaction((tx) => inviteMember(tx, { organizerId, email, role, actorId: ownerId }));
const accept = (token: string, userId: number) => db.transaction((tx) => acceptInvitation(tx, token, userId));
const membersOf = () => db.select().from(organizerMembers).where(eq(organizerMembers.organizerId, organizerId));
const actions = async () =>
  (await db.select().from(auditLog).where(eq(auditLog.organizerId, organizerId)).orderBy(auditLog.id)).map(
    ({ action }) => action,
  );

async function open() {
  const [invitation] = await listInvitations(organizerId);
  if (!invitation) throw new Error("no invitation");
  return { ...invitation, token: invitationToken(invitation.id) };
}

async function invited(role?: "owner" | "manager" | "door_staff") {
  expect(await invite(role)).toMatchObject({ ok: true });
  return open();
}

async function emailInvitation(outboxId: string) {
  const [row] = await db.select().from(outbox).where(eq(outbox.id, outboxId));
  if (!row) throw new Error("nothing was announced");
  return (await sendEmailFor(row, row.data)).result;
}

describe("an invitation", () => {
  it("is emailed to the address with its link", async () => {
    const result = await invite("door_staff");
    if (!result.ok) throw new Error(result.code);
    expect((await open()).emailStatus).toBeNull();
    expect(await emailInvitation(result.outboxId)).toEqual({ ok: true, sent: true });
    const [message, ...others] = await emailServer.messages(email);
    expect(others).toEqual([]);
    expect(message?.subject).toBe("Join the team of Lantern & Row");
    expect(message?.text).toContain("door staff");
    const { token, emailStatus: state } = await open();
    expect(message?.text).toContain(`http://localhost:3000/invitations/${token}`);
    expect(state).toBe("sent");
  });

  it("adds the account with its address to the team, once", async () => {
    const { token } = await invited();
    const user = await makeUser(db, { email });
    expect(await inspectInvitation(db, token)).toMatchObject({ ok: true, invitation: { email, role: "manager" } });
    expect(await membersOf()).toHaveLength(1);
    expect(await accept(token, user.id)).toMatchObject({ ok: true, role: "manager" });
    expect(await accept(token, user.id)).toEqual({ ok: false, code: "ACCEPTED" });
    expect(await membersOf()).toContainEqual(expect.objectContaining({ userId: user.id, role: "manager" }));
    expect(await actions()).toEqual(["team.invited", "team.joined"]);
  });

  it("can't be accepted by another account, or without a verified address", async () => {
    const { token } = await invited();
    expect(await accept(token, (await makeUser(db)).id)).toEqual({ ok: false, code: "OTHER_ADDRESS" });
    const unproved = await makeUser(db, { email, emailVerifiedAt: null });
    expect(await accept(token, unproved.id)).toEqual({ ok: false, code: "OTHER_ADDRESS" });
    await db.update(users).set({ emailVerifiedAt: new Date(), isActive: false }).where(eq(users.id, unproved.id));
    expect(await accept(token, unproved.id)).toEqual({ ok: false, code: "OTHER_ADDRESS" });
    expect(await membersOf()).toHaveLength(1);
    expect((await open()).token).toBe(token);
  });

  it("is invalid once revoked or expired, or with another signature", async () => {
    const user = await makeUser(db, { email });
    const { id, token } = await invited();
    expect(await accept(`${id}.${"A".repeat(43)}`, user.id)).toEqual({ ok: false, code: "INVALID" });
    expect(await accept(crypto.randomUUID(), user.id)).toEqual({ ok: false, code: "INVALID" });
    await db.update(teamInvitations).set({ expiresAt: new Date() }).where(eq(teamInvitations.id, id));
    expect(await accept(token, user.id)).toEqual({ ok: false, code: "EXPIRED" });
    await db.transaction((tx) => revokeInvitation(tx, { organizerId, id, actorId: ownerId }));
    expect(await accept(token, user.id)).toEqual({ ok: false, code: "REVOKED" });
    expect(await membersOf()).toHaveLength(1);
  });

  it("is refused for members and open invitations, and replaces an expired one", async () => {
    const { id } = await invited();
    expect(await invite()).toEqual({ ok: false, code: "ALREADY_INVITED" });
    await db.update(teamInvitations).set({ expiresAt: new Date() }).where(eq(teamInvitations.id, id));
    const anew = await invited("owner");
    expect(anew).toMatchObject({ role: "owner", isExpired: false });
    expect(anew.id).not.toBe(id);
    await accept(anew.token, (await makeUser(db, { email })).id);
    expect(await invite()).toEqual({ ok: false, code: "ALREADY_MEMBER" });
  });

  it("keeps the role of a person who has joined in the meantime", async () => {
    const { token } = await invited("owner");
    const user = await makeUser(db, { email });
    await makeMember(db, { organizerId, userId: user.id, role: "door_staff" });
    expect(await accept(token, user.id)).toMatchObject({ ok: true });
    expect(await membersOf()).toContainEqual(expect.objectContaining({ userId: user.id, role: "door_staff" }));
  });

  it("accepted twice at once, or revoked at the same time, is decided once", async () => {
    const user = await makeUser(db, { email });
    const { id, token } = await invited();
    const [one, two, revoked] = await Promise.all([
      accept(token, user.id),
      accept(token, user.id),
      db.transaction((tx) => revokeInvitation(tx, { organizerId, id, actorId: ownerId })),
    ]);
    const [row] = await db.select().from(teamInvitations).where(eq(teamInvitations.id, id));
    expect(Boolean(row?.acceptedAt)).not.toBe(Boolean(row?.revokedAt));
    expect([one.ok, two.ok].filter(Boolean)).toHaveLength(row?.acceptedAt ? 1 : 0);
    expect(revoked.ok).toBe(!row?.acceptedAt);
    expect(await membersOf()).toHaveLength(row?.acceptedAt ? 2 : 1);
  });
});

describe("sending it again", () => {
  const resend = (id: string) => db.transaction((tx) => resendInvitation(tx, { organizerId, id, actorId: ownerId }));

  it("resends the email for another seven days, and skips the earlier email", async () => {
    const first = await invite();
    if (!first.ok) throw new Error(first.code);
    const { id } = await open();
    await db.update(teamInvitations).set({ expiresAt: new Date() }).where(eq(teamInvitations.id, id));
    const again = await resend(id);
    if (!again.ok) throw new Error(again.code);
    expect(await emailInvitation(first.outboxId)).toEqual({ ok: false, code: "LINK_OVER" });
    expect(await emailInvitation(again.outboxId)).toEqual({ ok: true, sent: true });
    expect(await emailServer.messages(email)).toHaveLength(1);
    const lives = (await open()).expiresAt.getTime() - Date.now();
    expect(Math.round(lives / 3_600_000)).toBe(7 * 24);
    expect(await actions()).toEqual(["team.invited", "team.invitation-resent"]);
  });

  it("is refused for accepted or revoked invitations, and for another organizer's", async () => {
    const { id, token } = await invited();
    const elsewhere = (await makeOrganizer(db)).id;
    const foreign = { organizerId: elsewhere, id, actorId: ownerId };
    expect(await db.transaction((tx) => resendInvitation(tx, foreign))).toEqual({ ok: false, code: "NOT_INVITED" });
    expect(await db.transaction((tx) => revokeInvitation(tx, foreign))).toEqual({ ok: false, code: "NOT_INVITED" });
    await accept(token, (await makeUser(db, { email })).id);
    expect(await resend(id)).toEqual({ ok: false, code: "NOT_INVITED" });
    expect(await db.select().from(emailDeliveries).where(eq(emailDeliveries.to, email))).toEqual([]);
  });
});
