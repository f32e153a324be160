import type { Metadata } from "next";
import { WayBackInput, WayBackLink } from "@/app/(auth)/way-back";
import { AuthCard } from "@/components/account/auth-card";
import { ForgotPasswordForm } from "@/components/account/forgot-password-form";

export const metadata: Metadata = { title: "Forgotten password" };

export default function ForgotPasswordPage({ searchParams }: PageProps<"/forgot-password">) {
  const aside = (
    <WayBackLink searchParams={searchParams} to="/sign-in">
      Back to sign in
    </WayBackLink>
  );
  return (
    <AuthCard title="Forgotten password" aside={aside}>
      <ForgotPasswordForm>
        <WayBackInput searchParams={searchParams} />
      </ForgotPasswordForm>
    </AuthCard>
  );
}
