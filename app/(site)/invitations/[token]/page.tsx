import type { Metadata } from "next";
import { ExpiredInvitation, InvitationCard, JoinedCard } from "@/components/organize/team/invitation-card";
import { Card } from "@/components/ui/card";
import { getMemberships } from "@/lib/access/memberships";
import { getViewer } from "@/lib/auth/viewer";
import { routeParams } from "@/lib/names/route-params";
import { invitationMessages } from "@/lib/team/messages";
import { getInvitationPreview } from "@/lib/team/queries";
import { invitationPage } from "@/texts/team";

// The URL is a secret. Not "no-referrer": forms would be posted without an origin to check.
export const metadata: Metadata = {
  title: invitationPage.metadataTitle,
  robots: { index: false },
  referrer: "same-origin",
};

// Opened from an email: not streamed, so that it works without scripts. Opening it changes nothing.
export const instant = false;

export default async function InvitationPage({ params }: PageProps<"/invitations/[token]">) {
  const { token } = await routeParams(params);
  const [inspected, viewer] = await Promise.all([getInvitationPreview(token), getViewer()]);
  if (inspected.ok) {
    const { invitation } = inspected;
    return (
      <Frame title={invitationPage.title}>
        <InvitationCard
          token={token}
          path={`/invitations/${token}`}
          invitation={invitation}
          timeZone={viewer?.timeZone ?? "UTC"}
          viewer={viewer?.email ?? null}
        />
      </Frame>
    );
  }
  const teams = viewer ? await getMemberships(viewer.id) : [];
  const joined = teams.find(({ slug }) => slug === inspected.organizerSlug);
  if (joined) {
    return (
      <Frame title={invitationPage.joinedTitle}>
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
