import { failure } from "@/lib/requests/result";
import type { AcceptResult } from "./accept-invitation";
import type { InviteResult, ResendResult } from "./invitations";
import type { MemberResult } from "./members";

type CodeOf<Result> = Result extends { ok: false; code: infer Code extends string } ? Code : never;

const teamMessages: Record<CodeOf<InviteResult | ResendResult | MemberResult>, string> = {
  ALREADY_MEMBER: "Whoever has this address is in the team already.",
  ALREADY_INVITED: "This address is invited already. You can send the mail again from the list of invitations.",
  NOT_INVITED: "This invitation is over: it was accepted or revoked meanwhile.",
  NOT_A_MEMBER: "This person is not in the team any more.",
  NOT_ALLOWED: "You are not an owner any more, so nothing was changed.",
  LAST_OWNER: "A team keeps one owner. Make somebody else an owner first.",
};

/** What did not happen to the team. */
export const teamFailure = (code: keyof typeof teamMessages) => failure(code, teamMessages[code]);

/** Why an invitation cannot be taken. */
export const invitationMessages: Record<CodeOf<AcceptResult>, { title: string; text: string }> = {
  INVALID: {
    title: "This link is not complete",
    text: "Open it from the mail again, or copy the whole of it.",
  },
  EXPIRED: {
    title: "This invitation has run out",
    text: "Invitations stand for seven days. Ask whoever invited you to send it again.",
  },
  REVOKED: {
    title: "This invitation was taken back",
    text: "If you think it should still stand, ask whoever invited you.",
  },
  ACCEPTED: {
    title: "This invitation has been accepted",
    text: "Each one works once. If it was you, the team is on your organizer’s page.",
  },
  OTHER_ADDRESS: {
    title: "This invitation is for another address",
    text: "Sign in with the address it was mailed to, or ask for an invitation to yours.",
  },
};
