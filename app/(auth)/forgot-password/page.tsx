import type { Metadata } from "next";
import { Suspense } from "react";
import { AuthCard } from "@/components/account/auth-card";
import { AuthFormSkeleton } from "@/components/account/auth-form-skeleton";
import { AuthLink } from "@/components/account/auth-link";
import { ForgotPasswordForm } from "@/components/account/forgot-password-form";
import { wayBack } from "@/lib/auth/way-back";

export const metadata: Metadata = { title: "Forgotten password" };

type Props = PageProps<"/forgot-password">;

export default function ForgotPasswordPage({ searchParams }: Props) {
  return (
    <AuthCard title="Forgotten password" aside={<AuthLink to="/sign-in">Back to sign in</AuthLink>}>
      <p className="pb-5 text-muted">Tell us your address and we mail you a link to set a new one.</p>
      <Suspense fallback={<AuthFormSkeleton fields={["email"]} />}>
        <ForgotPassword searchParams={searchParams} />
      </Suspense>
    </AuthCard>
  );
}

async function ForgotPassword({ searchParams }: Pick<Props, "searchParams">) {
  return <ForgotPasswordForm callbackUrl={await wayBack(searchParams)} />;
}
