import type { Metadata, Route } from "next";
import Link from "next/link";
import { z } from "zod";
import { OrganizerChoice } from "@/components/organize/organizer-choice";
import { InvitationList } from "@/components/organize/team/invitation-list";
import { InviteForm } from "@/components/organize/team/invite-form";
import { MemberList } from "@/components/organize/team/member-list";
import { RoleTable } from "@/components/organize/team/role-table";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Container } from "@/components/ui/container";
import { RichText } from "@/components/ui/rich-text";
import { requireOrganizers } from "@/lib/access/access";
import { hasPermission } from "@/lib/access/permissions";
import { readNoScriptResult } from "@/lib/requests/no-script-result";
import { listInvitations, listMembers } from "@/lib/team/queries";
import { roleTableText, teamPage } from "@/texts/team";

export const metadata: Metadata = { title: teamPage.title };

export const instant = false;

export default async function TeamPage({ searchParams }: PageProps<"/organize/team">) {
  const query = await searchParams;
  const asked = [query.organizer].flat()[0];
  const { viewer, organizers, chosen } = await requireOrganizers("team.view", "/organize/team", asked);
  const organizer = chosen ?? organizers[0];
  const mayManage = hasPermission(organizer.role, "team.manage");
  const [members, invitations] = await Promise.all([
    listMembers(organizer.organizerId, viewer.id),
    listInvitations(organizer.organizerId),
  ]);
  const timeZone = viewer.timeZone ?? "UTC";
  const profile = `/organize/team/profile?organizer=${encodeURIComponent(organizer.slug)}` as Route;

  return (
    <Container width="wide" className="grid gap-8 pt-8">
      <header className="grid gap-4">
        <div className="flex flex-wrap items-center justify-between gap-4">
          <div className="grid min-w-0 gap-1">
            <h1 className="text-3xl">{teamPage.title}</h1>
            <p dir="auto" className="text-muted wrap-anywhere">
              {organizer.name}
            </p>
          </div>
          <div className="flex flex-wrap gap-3">
            <ButtonLink href={`/organizers/${organizer.slug}` as Route} variant="ghost" size="sm">
              {teamPage.viewPublicPage}
            </ButtonLink>
            {hasPermission(organizer.role, "organizer.edit") ? (
              <ButtonLink href={profile} variant="secondary" size="sm">
                {teamPage.editPublicPage}
              </ButtonLink>
            ) : null}
          </div>
        </div>
        <OrganizerChoice path="/organize/team" organizers={organizers} chosen={organizer.slug} />
      </header>
      {query.started === undefined ? null : (
        <Alert tone="positive" title={teamPage.startedTitle}>
          <RichText
            text={teamPage.startedText}
            values={{
              createEvent: (
                <Link href={"/organize/new-event" as Route} className="font-semibold text-accent underline">
                  {teamPage.createEvent}
                </Link>
              ),
            }}
          />
        </Alert>
      )}
      <div className={mayManage ? "grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]" : ""}>
        <div className="grid grid-cols-1 gap-8">
          <section aria-labelledby="members" className="grid grid-cols-1 gap-3">
            <h2 id="members" className="text-xl">
              {members.length === 1 ? teamPage.members : teamPage.membersCount(members.length)}
            </h2>
            <MemberList organizer={organizer} members={members} mayManage={mayManage} timeZone={timeZone} />
            {members.length === 1 && mayManage ? <p className="text-muted">{teamPage.onlyYou}</p> : null}
          </section>
          {invitations.length > 0 ? (
            <section aria-labelledby="invitations" className="grid grid-cols-1 gap-3">
              <h2 id="invitations" className="text-xl">
                {teamPage.invited}
              </h2>
              <InvitationList
                organizer={organizer.slug}
                invitations={invitations}
                mayManage={mayManage}
                timeZone={timeZone}
              />
            </section>
          ) : null}
        </div>
        {mayManage ? (
          <Card className="grid gap-4">
            <h2 className="text-xl">{teamPage.invite}</h2>
            <InviteForm
              key={organizer.slug}
              organizer={organizer.slug}
              left={await readNoScriptResult("/organize/team", { sentTo: z.string() })}
            />
          </Card>
        ) : null}
      </div>
      <div className="grid grid-cols-1 gap-3">
        <h2 className="text-xl">{roleTableText.caption}</h2>
        <RoleTable />
      </div>
    </Container>
  );
}
