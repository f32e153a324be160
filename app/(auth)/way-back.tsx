import { type ReactNode, Suspense } from "react";
import { AuthLink } from "@/components/account/auth-link";
import { wayBack } from "@/lib/auth/way-back";

type SearchParams = { searchParams: Parameters<typeof wayBack>[0] };
type LinkProps = { to: "/sign-in" | "/sign-up" | "/forgot-password"; children: ReactNode };

/** Carries the way back through a form that itself is static. Sends visitors who are signed in there at once. */
export function WayBackInput({ searchParams }: SearchParams) {
  return (
    <Suspense fallback={null}>
      <ResolvedInput searchParams={searchParams} />
    </Suspense>
  );
}

async function ResolvedInput({ searchParams }: SearchParams) {
  return <input type="hidden" name="callbackUrl" value={await wayBack(searchParams)} />;
}

/** A link to another account page that takes the way back along. */
export function WayBackLink({ searchParams, to, children }: SearchParams & LinkProps) {
  return (
    <Suspense fallback={<AuthLink to={to}>{children}</AuthLink>}>
      <ResolvedLink searchParams={searchParams} to={to}>
        {children}
      </ResolvedLink>
    </Suspense>
  );
}

async function ResolvedLink({ searchParams, to, children }: SearchParams & LinkProps) {
  return (
    <AuthLink to={to} callbackUrl={await wayBack(searchParams)}>
      {children}
    </AuthLink>
  );
}
