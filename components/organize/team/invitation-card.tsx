import { AuthLink } from "@/components/account/auth-link";
import { RedirectForm } from "@/components/forms/redirect-form";
import { ButtonLink } from "@/components/ui/button";
import { buttonClasses } from "@/components/ui/control-classes";
import { SubmitButton } from "@/components/ui/submit-button";
import { type Role, roleLabels } from "@/lib/access/permissions";
import { acceptInvitationAction } from "@/lib/team/actions";
import { invitationCard } from "@/texts/team";

type Props = {
  token: string;
  path: string;
  invitation: { organizer: string; invitedBy: string; email: string; role: Role };
  until: string;
  /** The address of whoever is signed in. */
  viewer: string | null;
};

const roleDescriptions: Record<Role, string> = {
  owner: "As an owner you run everything: events, attendees, the team and its public page.",
  manager: "As a manager you run the events: tickets, attendees, waitlists and messages.",
  door_staff: "As door staff you check tickets in, with your phone.",
};

/** An invitation that stands: one button for whom it is meant, and the way in for everybody else. */
export function InvitationCard({ token, path, invitation, until, viewer }: Props) {
  const { organizer, invitedBy, email, role } = invitation;
  return (
    <>
      <p className="text-lg text-pretty">
        <bdi translate="no" className="font-semibold">
          {invitedBy}
        </bdi>{" "}
        {invitationCard.invitesYouToTheTeam}
        <bdi className="font-semibold wrap-anywhere">{organizer}</bdi>
        <span>{`. ${roleDescriptions[role]}`}</span>
      </p>
      <dl className="grid gap-x-6 gap-y-1 rounded-control bg-sunken px-4 py-3 sm:grid-cols-[auto_1fr]">
        <dt className="text-muted">{invitationCard.role}</dt>
        <dd className="font-medium">{roleLabels[role]}</dd>
        <dt className="text-muted">{invitationCard.for}</dt>
        <dd translate="no" className="font-medium wrap-anywhere">
          {email}
        </dd>
        <dt className="text-muted">{invitationCard.standsUntil}</dt>
        <dd className="font-medium">{until}</dd>
      </dl>
      {viewer === null ? <SignInPrompt path={path} /> : null}
      {viewer !== null && viewer !== email ? <WrongAccountNotice viewer={viewer} email={email} /> : null}
      {viewer === email ? (
        <RedirectForm action={acceptInvitationAction} className="grid gap-3">
          <input type="hidden" name="token" value={token} />
          <SubmitButton size="lg">{invitationCard.joinTheTeam}</SubmitButton>
          <p className="text-sm text-muted">{invitationCard.notForYouLeaveThis}</p>
        </RedirectForm>
      ) : null}
    </>
  );
}

function SignInPrompt({ path }: { path: string }) {
  const callbackUrl = encodeURIComponent(path);
  return (
    <div className="grid gap-3">
      <p>{invitationCard.signInWithThatAddress}</p>
      {/* Plain links: these pages want a document of their own, with nothing typed left in the old one. */}
      <a href={`/sign-in?callbackUrl=${callbackUrl}`} className={buttonClasses("primary", "lg")}>
        {invitationCard.signIn}
      </a>
      <a href={`/sign-up?callbackUrl=${callbackUrl}`} className={buttonClasses("secondary", "lg")}>
        {invitationCard.signUp}
      </a>
    </div>
  );
}

function WrongAccountNotice({ viewer, email }: { viewer: string; email: string }) {
  return (
    <div className="grid gap-3">
      <p role="status" className="rounded-control bg-warning-soft px-4 py-3">
        {invitationCard.youAreSignedInAs}
        <strong className="wrap-anywhere">{viewer}</strong>
        {invitationCard.thisInvitationIsFor}{" "}
        <strong translate="no" className="wrap-anywhere">
          {email}
        </strong>
        {invitationCard.signOutAndOpenIt}
      </p>
      <form method="post" action={invitationCard.apiSignOut}>
        <SubmitButton variant="secondary" className="w-full">
          {invitationCard.signOut}
        </SubmitButton>
      </form>
    </div>
  );
}

/** After joining, and for whoever opens the link again. */
export function JoinedCard({ organizer }: { organizer: string }) {
  return (
    <>
      <p className="text-lg" role="status">
        {invitationCard.youAreInTheTeam}
        <bdi className="font-semibold wrap-anywhere">{organizer}</bdi>.
      </p>
      <ButtonLink href="/organize" size="lg">
        {invitationCard.toTheEvents}
      </ButtonLink>
    </>
  );
}

/** In place of an invitation that no longer stands. */
export function ExpiredInvitation({ text, isSignedIn }: { text: string; isSignedIn: boolean }) {
  return (
    <div className="grid gap-3">
      <p role="status">{text}</p>
      {isSignedIn ? (
        <p>
          <ButtonLink href="/organize" variant="secondary">
            {invitationCard.myEvents}
          </ButtonLink>
        </p>
      ) : (
        <p>
          <AuthLink to="/sign-in">{invitationCard.goToSignIn}</AuthLink>
        </p>
      )}
    </div>
  );
}
