import type { TokenFailure } from "@/lib/auth/tokens";
import { expiredLink } from "@/texts/account";
import { AuthLink } from "./auth-link";

/** Takes the place of the button when an emailed link no longer works. */
export function ExpiredLink({ code, next }: { code: TokenFailure; next: "/sign-in" | "/forgot-password" }) {
  return (
    <div className="grid gap-3">
      <p role="status">{expiredLink.problems[code]}</p>
      <p>
        <AuthLink to={next}>{next === "/sign-in" ? expiredLink.signIn : expiredLink.newLink}</AuthLink>
      </p>
    </div>
  );
}
