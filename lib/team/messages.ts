import { failure } from "@/lib/requests/result";
import { invitationErrors, teamErrors } from "@/texts/team";
import type { AcceptResult } from "./accept-invitation";
import type { InviteResult, ResendResult } from "./invitations";
import type { MemberResult } from "./members";

type CodeOf<Result> = Result extends { ok: false; code: infer Code extends string } ? Code : never;

const teamMessages: Record<CodeOf<InviteResult | ResendResult | MemberResult>, string> = teamErrors;

export const teamFailure = (code: keyof typeof teamMessages) => failure(code, teamMessages[code]);

/** Why an invitation can't be accepted. */
export const invitationMessages: Record<CodeOf<AcceptResult>, { title: string; text: string }> = invitationErrors;
