"use server";

import { eq } from "drizzle-orm";
import { refresh, revalidatePath, updateTag } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { db } from "@/db/client";
import { organizers } from "@/db/schema";
import { authorizeOrganizer } from "@/lib/access/access";
import { type ActionAnswer, type ActionRefusal, denied } from "@/lib/access/answers";
import { afterResponse } from "@/lib/after-response";
import { recordAudit } from "@/lib/audit/record";
import { clientIp } from "@/lib/auth/client-ip";
import { type FormState, invalid, tooManyAttempts, typedValues } from "@/lib/forms/form-state";
import { answered } from "@/lib/forms/scriptless-answer";
import { openId } from "@/lib/names/sealed-id";
import { relayOutbox } from "@/lib/outbox/relay";
import { rateLimit } from "@/lib/redis/rate-limit";
import { inviteMember as invite, resendInvitation as resend, revokeInvitation as revoke } from "./invitations";
import { removeMember as remove, changeRole as setRole } from "./members";
import { teamRefusal } from "./messages";
import {
  invitationSchema,
  memberSchema,
  openInvitationSchema,
  organizerSlug,
  profileSchema,
  roleChangeSchema,
} from "./schema";

const pageOf = (page: string, form: FormData) =>
  `${page}?organizer=${encodeURIComponent(String(form.get("organizer")))}`;

/** What an organizer's public page says. */
export async function saveProfile(_: FormState, form: FormData): Promise<FormState> {
  return answered(pageOf("/organize/team/profile", form), () => trySaveProfile(form));
}

async function trySaveProfile(form: FormData): Promise<FormState> {
  const values = typedValues(form, ["name", "city", "website", "about"]);
  const access = await authorizeOrganizer(String(form.get("organizer")), "organizer.edit");
  if (!access.ok) return { message: denied(access).message, values };
  const parsed = profileSchema.safeParse(values);
  if (!parsed.success) return invalid(parsed.error, values);
  const { organizerId, slug } = access.organizer;
  await db.transaction(async (tx) => {
    await tx.update(organizers).set(parsed.data).where(eq(organizers.id, organizerId));
    await recordAudit(tx, { action: "organizer.edited", actorId: access.viewer.id, organizerId });
  });
  updateTag(`organizer:${slug}`);
  // Cards of events show its name, too.
  updateTag("events");
  return { saved: true, values };
}

export async function inviteMember(_: FormState, form: FormData): Promise<FormState> {
  return answered(pageOf("/organize/team", form), () => tryInviteMember(form));
}

async function tryInviteMember(form: FormData): Promise<FormState> {
  const values = typedValues(form, ["email", "role"]);
  const access = await authorizeOrganizer(String(form.get("organizer")), "team.manage");
  if (!access.ok) return { message: denied(access).message, values };
  const parsed = invitationSchema.safeParse(values);
  if (!parsed.success) return invalid(parsed.error, values);
  const limited = await mailLimit(access.viewer.email);
  if (limited) return { message: limited.message, values };
  const invitation = { organizerId: access.organizer.organizerId, ...parsed.data, actorId: access.viewer.id };
  const result = await db.transaction((tx) => invite(tx, invitation));
  if (!result.ok) return { errors: { email: { type: "server", message: teamRefusal(result.code).message } }, values };
  afterResponse(() => relayOutbox([result.outboxId]));
  revalidatePath("/organize/team");
  return { sentTo: parsed.data.email };
}

export async function resendInvitation(input: z.input<typeof openInvitationSchema>): Promise<ActionAnswer> {
  const { organizer, invitation } = openInvitationSchema.parse(input);
  const access = await authorizeOrganizer(organizer, "team.manage");
  if (!access.ok) return denied(access);
  const limited = await mailLimit(access.viewer.email);
  if (limited) return limited;
  const { organizerId } = access.organizer;
  const result = await db.transaction((tx) => resend(tx, { organizerId, id: invitation, actorId: access.viewer.id }));
  if (!result.ok) return teamRefusal(result.code);
  afterResponse(() => relayOutbox([result.outboxId]));
  revalidatePath("/organize/team");
  return { ok: true };
}

export async function revokeInvitation(input: z.input<typeof openInvitationSchema>): Promise<ActionAnswer> {
  const { organizer, invitation } = openInvitationSchema.parse(input);
  const access = await authorizeOrganizer(organizer, "team.manage");
  if (!access.ok) return denied(access);
  const { organizerId } = access.organizer;
  const result = await db.transaction((tx) => revoke(tx, { organizerId, id: invitation, actorId: access.viewer.id }));
  if (!result.ok) return teamRefusal(result.code);
  revalidatePath("/organize/team");
  return { ok: true };
}

export async function changeRole(input: z.input<typeof roleChangeSchema>): Promise<ActionAnswer> {
  const { organizer, member, role } = roleChangeSchema.parse(input);
  const access = await authorizeOrganizer(organizer, "team.manage");
  if (!access.ok) return denied(access);
  const { organizerId } = access.organizer;
  const userId = openId(member, "member");
  if (userId === null) return teamRefusal("NOT_A_MEMBER");
  const result = await db.transaction((tx) => setRole(tx, { organizerId, userId, actorId: access.viewer.id, role }));
  if (!result.ok) return teamRefusal(result.code);
  revalidatePath("/organize", "layout");
  return { ok: true };
}

export async function removeMember(input: z.input<typeof memberSchema>): Promise<ActionAnswer> {
  const { organizer, member } = memberSchema.parse(input);
  const access = await authorizeOrganizer(organizer, "team.manage");
  if (!access.ok) return denied(access);
  const { organizerId } = access.organizer;
  const userId = openId(member, "member");
  if (userId === null) return teamRefusal("NOT_A_MEMBER");
  const result = await db.transaction((tx) => remove(tx, { organizerId, userId, actorId: access.viewer.id }));
  if (!result.ok) return teamRefusal(result.code);
  revalidatePath("/organize", "layout");
  return { ok: true };
}

/** Takes the viewer out of a team, which everybody in it may. */
export async function leaveTeam(input: { organizer: string }): Promise<ActionAnswer> {
  const organizer = organizerSlug.parse(input.organizer);
  const access = await authorizeOrganizer(organizer, "check-in");
  if (!access.ok) return denied(access);
  const { organizerId } = access.organizer;
  const { id } = access.viewer;
  const result = await db.transaction((tx) => remove(tx, { organizerId, userId: id, actorId: id }));
  if (!result.ok) return teamRefusal(result.code);
  refresh();
  redirect("/organize");
}

async function mailLimit(address: string): Promise<ActionRefusal | null> {
  const limit = await rateLimit("team-invitation", { address, ip: clientIp(await headers()) });
  return limit.ok ? null : { ok: false, code: "TOO_MANY", message: tooManyAttempts(limit.retryInMinutes) };
}
