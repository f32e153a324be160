import { AuthLink } from "@/components/account/auth-link";
import { RedirectForm } from "@/components/forms/redirect-form";
import { DateTime } from "@/components/time/date-time";
import { ButtonLink } from "@/components/ui/button";
import { buttonClasses } from "@/components/ui/control-classes";
import { RichText } from "@/components/ui/rich-text";
import { SubmitButton } from "@/components/ui/submit-button";
import { type Role, roleLabels } from "@/lib/access/permissions";
import { acceptInvitationAction } from "@/lib/team/actions";
import { invitationCard } from "@/texts/team";

type Props = {
  token: string;
  path: string;
  invitation: { organizer: string; invitedBy: string; email: string; role: Role; expiresAt: Date };
  timeZone: string;
  /** The signed-in viewer's address. */
  viewer: string | null;
};

/** An open invitation: a button for the invited person, and sign-in or sign-out for anyone else. */
export function InvitationCard({ token, path, invitation, timeZone, viewer }: Props) {
  const { organizer, invitedBy, email, role } = invitation;
  return (
    <>
      <p className="text-lg text-pretty">
        <RichText
          text={invitationCard.intro[role]}
          values={{
            invitedBy: (
              <bdi translate="no" className="font-semibold">
                {invitedBy}
              </bdi>
            ),
            organizer: <bdi className="font-semibold wrap-anywhere">{organizer}</bdi>,
          }}
        />
      </p>
      <dl className="grid gap-x-6 gap-y-1 rounded-control bg-sunken px-4 py-3 sm:grid-cols-[auto_1fr]">
        <dt className="text-muted">{invitationCard.roleLabel}</dt>
        <dd className="font-medium">{roleLabels[role]}</dd>
        <dt className="text-muted">{invitationCard.emailLabel}</dt>
        <dd translate="no" className="font-medium wrap-anywhere">
          {email}
        </dd>
        <dt className="text-muted">{invitationCard.expiryLabel}</dt>
        <dd className="font-medium">
          <DateTime start={invitation.expiresAt} timeZone={timeZone} />
        </dd>
      </dl>
      {viewer === null ? <SignInPrompt path={path} /> : null}
      {viewer !== null && viewer !== email ? <WrongAccountNotice viewer={viewer} email={email} /> : null}
      {viewer === email ? (
        <RedirectForm action={acceptInvitationAction} className="grid gap-3">
          <input type="hidden" name="token" value={token} />
          <SubmitButton size="lg">{invitationCard.submit}</SubmitButton>
          <p className="text-sm text-muted">{invitationCard.ignoreNote}</p>
        </RedirectForm>
      ) : null}
    </>
  );
}

function SignInPrompt({ path }: { path: string }) {
  const callbackUrl = encodeURIComponent(path);
  return (
    <div className="grid gap-3">
      <p>{invitationCard.signInPrompt}</p>
      {/* Plain links: these pages need a new document, without earlier input. */}
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
        <RichText
          text={invitationCard.wrongAccount}
          values={{
            viewer: (
              <strong translate="no" className="wrap-anywhere">
                {viewer}
              </strong>
            ),
            email: (
              <strong translate="no" className="wrap-anywhere">
                {email}
              </strong>
            ),
          }}
        />
      </p>
      <form method="post" action="/api/sign-out">
        <SubmitButton variant="secondary" className="w-full">
          {invitationCard.signOut}
        </SubmitButton>
      </form>
    </div>
  );
}

/** After joining, and for members who open the link again. */
export function JoinedCard({ organizer }: { organizer: string }) {
  return (
    <>
      <p className="text-lg" role="status">
        <RichText
          text={invitationCard.joined}
          values={{ organizer: <bdi className="font-semibold wrap-anywhere">{organizer}</bdi> }}
        />
      </p>
      <ButtonLink href="/organize" size="lg">
        {invitationCard.viewEvents}
      </ButtonLink>
    </>
  );
}

/** In place of an invitation that can't be accepted any more. */
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
