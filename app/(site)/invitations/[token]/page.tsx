import type { Metadata } from "next";
import { ExpiredInvitation, InvitationCard, JoinedCard } from "@/components/organize/team/invitation-card";
import { Card } from "@/components/ui/card";
import { getMemberships } from "@/lib/access/memberships";
import { getViewer } from "@/lib/auth/viewer";
import { routeParams } from "@/lib/names/route-params";
import { invitationMessages } from "@/lib/team/messages";
import { getInvitationPreview } from "@/lib/team/queries";
import { formatInstant } from "@/lib/time/format";
import { tokenInvitationsPage } from "@/texts/team";

// The address holds a token. Not "no-referrer": forms would post without an origin to check.
export const metadata: Metadata = { title: "Invitation", robots: { index: false }, referrer: "same-origin" };

// Opened from an email: sent in one piece, so that it needs no script. Opening it changes nothing.
export const instant = false;

export default async function InvitationPage({ params }: PageProps<"/invitations/[token]">) {
  const { token } = await routeParams(params);
  const [inspected, viewer] = await Promise.all([getInvitationPreview(token), getViewer()]);
  if (inspected.ok) {
    const { invitation } = inspected;
    return (
      <Frame title={tokenInvitationsPage.joinTeam}>
        <InvitationCard
          token={token}
          path={`/invitations/${token}`}
          invitation={invitation}
          until={formatInstant(invitation.expiresAt, viewer?.timeZone ?? "UTC")}
          viewer={viewer?.email ?? null}
        />
      </Frame>
    );
  }
  const teams = viewer ? await getMemberships(viewer.id) : [];
  const joined = teams.find(({ slug }) => slug === inspected.organizerSlug);
  if (joined) {
    return (
      <Frame title={tokenInvitationsPage.welcomeToTheTeam}>
        <JoinedCard organizer={joined.name} />
      </Frame>
    );
  }
  const { title, text } = invitationMessages[inspected.code];
  return (
    <Frame title={title}>
      <ExpiredInvitation text={text} isSignedIn={viewer !== null} />
    </Frame>
  );
}

function Frame({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="mx-auto w-full max-w-lg px-5 pb-20">
      <h1 className="pt-10 pb-6 text-4xl leading-[1.05] sm:pt-16">{title}</h1>
      <Card className="grid grid-cols-1 gap-5">{children}</Card>
    </div>
  );
}
