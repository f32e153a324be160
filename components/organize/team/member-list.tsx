import { DateTime } from "@/components/time/date-time";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { RichText } from "@/components/ui/rich-text";
import { type Role, roleLabels } from "@/lib/access/permissions";
import { memberList } from "@/texts/team";
import { LeaveButton } from "./leave-button";
import { MemberActions } from "./member-actions";

const tones: Record<Role, BadgeTone> = { owner: "accent", manager: "neutral", door_staff: "neutral" };

type Member = {
  member: string;
  name: string;
  email: string;
  role: Role;
  since: Date;
  isActive: boolean;
  isViewer: boolean;
};

/** The members of a team, with the buttons that the viewer may use. */
export function MemberList({
  organizer,
  members,
  mayManage,
  timeZone,
}: {
  organizer: { slug: string; name: string };
  members: Member[];
  mayManage: boolean;
  timeZone: string;
}) {
  return (
    <ul className="rounded-card border border-line bg-surface">
      {members.map(({ member, name, email, role, since, isActive, isViewer }) => (
        <li
          key={member}
          className="grid gap-x-6 gap-y-3 border-b border-line px-5 py-4 last:border-0 md:grid-cols-[minmax(0,1fr)_auto] md:items-center"
        >
          <div className="grid min-w-0 gap-1">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <bdi translate="no" className="font-semibold wrap-anywhere">
                {name}
              </bdi>
              <Badge tone={tones[role]}>{roleLabels[role]}</Badge>
              {isViewer ? <span className="text-sm text-muted">{memberList.you}</span> : null}
              {isActive ? null : <Badge tone="warning">{memberList.accountClosed}</Badge>}
            </p>
            <p className="text-sm text-muted wrap-anywhere">
              <RichText
                text={memberList.joined}
                values={{
                  email: <span translate="no">{email}</span>,
                  date: <DateTime start={since} timeZone={timeZone} style="day" />,
                }}
              />
            </p>
          </div>
          <div className={`flex flex-wrap gap-2 md:justify-end ${isViewer ? "-mx-2 md:mx-0" : ""}`}>
            {mayManage && !isViewer ? <MemberActions organizer={organizer.slug} {...{ member, name, role }} /> : null}
            {isViewer ? <LeaveButton organizer={organizer.slug} name={organizer.name} /> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
