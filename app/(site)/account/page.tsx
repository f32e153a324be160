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
import { accountPage } from "@/texts/account";

export const metadata: Metadata = { title: accountPage.title, robots: { index: false } };

type Props = PageProps<"/account">;

export default function AccountPage({ searchParams }: Props) {
  return (
    <Container width="text" className="pb-20">
      <PageHeader title={accountPage.title} />
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
        <Alert tone="positive" title={accountPage.passwordChanged}>
          {accountPage.otherDevicesSignedOut}
        </Alert>
      ) : null}
      <AccountSection title={accountPage.profile}>
        <ProfileForm
          name={viewer.name}
          timeZone={viewer.timeZone ?? ""}
          timeZones={<TimeZoneOptions chosen={viewer.timeZone} now={new Date()} />}
        />
      </AccountSection>
      <AccountSection title={accountPage.email}>
        <p>
          <strong translate="no" className="block wrap-anywhere">
            {viewer.email}
          </strong>
          <span className="mt-1 block text-muted">{accountPage.emailHint}</span>
        </p>
      </AccountSection>
      <AccountSection title={accountPage.password}>
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
          <p className="text-muted">{accountPage.forgotPassword}</p>
          <EmailLinkButton action={emailPasswordLinkAction}>{accountPage.emailLink}</EmailLinkButton>
        </div>
      </div>
    );
  }
  return (
    <div className="grid gap-4">
      <p className="text-muted">{accountPage.noPassword}</p>
      <EmailLinkButton action={emailPasswordLinkAction}>{accountPage.emailLink}</EmailLinkButton>
    </div>
  );
}
