import type { Metadata } from "next";
import { Suspense } from "react";
import { AccountSection } from "@/components/account/account-section";
import { AccountSkeleton } from "@/components/account/account-skeleton";
import { ChangePasswordForm } from "@/components/account/change-password-form";
import { EmailLinkButton } from "@/components/account/email-link-button";
import { ProfileForm } from "@/components/account/profile-form";
import { TimeZoneOptions } from "@/components/account/time-zone-options";
import { Alert } from "@/components/ui/alert";
import { Container } from "@/components/ui/container";
import { PageHeader } from "@/components/ui/page-header";
import { emailPasswordLinkAction } from "@/lib/auth/account-actions";
import { hasPassword } from "@/lib/auth/queries";
import { requireViewer, type Viewer } from "@/lib/auth/viewer";

export const metadata: Metadata = { title: "Account", robots: { index: false } };

type Props = PageProps<"/account">;

export default function AccountPage({ searchParams }: Props) {
  return (
    <Container width="text" className="pb-20">
      <PageHeader title="Account" />
      <Suspense fallback={<AccountSkeleton />}>
        <Account searchParams={searchParams} />
      </Suspense>
    </Container>
  );
}

async function Account({ searchParams }: Pick<Props, "searchParams">) {
  const viewer = await requireViewer("/account");
  const { changed } = await searchParams;
  return (
    <div className="grid gap-10">
      {changed === "password" ? (
        <Alert tone="positive" title="Your password is changed">
          Other devices are signed out.
        </Alert>
      ) : null}
      <AccountSection title="You">
        <ProfileForm
          name={viewer.name}
          timeZone={viewer.timeZone ?? ""}
          timeZones={<TimeZoneOptions chosen={viewer.timeZone} now={new Date()} />}
        />
      </AccountSection>
      <AccountSection title="Email">
        <p>
          <strong translate="no" className="block wrap-anywhere">
            {viewer.email}
          </strong>
          <span className="mt-1 block text-muted">Tickets and news about your bookings go here.</span>
        </p>
      </AccountSection>
      <AccountSection title="Password">
        <PasswordForms viewer={viewer} withPassword={await hasPassword(viewer.id)} />
      </AccountSection>
    </div>
  );
}

function PasswordForms({ viewer, withPassword }: { viewer: Viewer; withPassword: boolean }) {
  if (withPassword) {
    return (
      <div className="grid gap-6">
        <ChangePasswordForm email={viewer.email} />
        <div className="grid gap-3 border-t border-line pt-5">
          <p className="text-muted">Not sure what it is? Set a new one by mail.</p>
          <EmailLinkButton action={emailPasswordLinkAction}>Email me a link</EmailLinkButton>
        </div>
      </div>
    );
  }
  return (
    <div className="grid gap-4">
      <p className="text-muted">You sign in without a password. To have one as well, set it by mail.</p>
      <EmailLinkButton action={emailPasswordLinkAction}>Email me a link</EmailLinkButton>
    </div>
  );
}
