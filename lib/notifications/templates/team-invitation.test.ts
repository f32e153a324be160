import { expect, test } from "vitest";
import { renderEmail } from "@/lib/email/render";
import type { Invitation } from "@/lib/team/accept-invitation";
import { teamInvitation } from "./team-invitation";

const invitation: Invitation = {
  id: crypto.randomUUID(),
  organizerId: 1,
  organizer: "Salt & <b>Pepper</b>",
  organizerSlug: "salt-pepper",
  invitedBy: "ليلى",
  email: "mina@quorix.test",
  role: "door_staff",
  expiresAt: new Date("2126-12-01T09:00:00Z"),
};

test("names the inviter, the team, the role and the expiry, and links to the invitation only", async () => {
  const url = "http://localhost:3000/invitations/abc.def";
  const { subject, html, text } = await renderEmail(teamInvitation(invitation, url));
  expect(subject).toBe("Join the team of Salt & <b>Pepper</b>");
  for (const part of ["ليلى", "Salt & <b>Pepper</b>", "door staff", "1 December 2126, 09:00 UTC", url]) {
    expect(text).toContain(part);
  }
  expect(html).not.toContain("<b>Pepper</b>");
  const links = [...html.matchAll(/href="([^"]+)"/g)].map((match) => match[1]);
  expect(links).toEqual(["http://localhost:3000/", url]);
});
