import { DateTime } from "@/components/time/date-time";
import { Badge } from "@/components/ui/badge";
import { RichText } from "@/components/ui/rich-text";
import { type Role, roleLabels } from "@/lib/access/permissions";
import { invitationList } from "@/texts/team";
import { InvitationActions } from "./invitation-actions";

type Invitation = {
  id: string;
  email: string;
  role: Role;
  invitedBy: string;
  expiresAt: Date;
  isExpired: boolean;
  emailStatus: "sending" | "sent" | "failed" | null;
};

/** Open and expired invitations, with an owner's buttons. */
export function InvitationList({
  organizer,
  invitations,
  mayManage,
  timeZone,
}: {
  organizer: string;
  invitations: Invitation[];
  mayManage: boolean;
  timeZone: string;
}) {
  return (
    <ul className="rounded-card border border-line bg-surface">
      {invitations.map(({ id, email, role, invitedBy, expiresAt, isExpired, emailStatus }) => (
        <li
          key={id}
          className="grid gap-x-6 gap-y-3 border-b border-line px-5 py-4 last:border-0 md:grid-cols-[minmax(0,1fr)_auto] md:items-center"
        >
          <div className="grid min-w-0 gap-1">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span translate="no" className="font-semibold wrap-anywhere">
                {email}
              </span>
              <Badge>{roleLabels[role]}</Badge>
              {isExpired ? <Badge tone="warning">{invitationList.expired}</Badge> : null}
            </p>
            <p className="text-sm text-muted">
              <RichText
                text={isExpired ? invitationList.hasExpired : invitationList.expires}
                values={{
                  name: <bdi translate="no">{invitedBy}</bdi>,
                  date: <DateTime start={expiresAt} timeZone={timeZone} />,
                  emailStatus: invitationList.emailStatuses[emailStatus ?? "sending"],
                }}
              />
            </p>
          </div>
          {mayManage ? <InvitationActions organizer={organizer} invitation={id} email={email} /> : null}
        </li>
      ))}
    </ul>
  );
}
