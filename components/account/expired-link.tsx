import type { TokenFailure } from "@/lib/auth/tokens";
import { expiredLink } from "@/texts/account";
import { AuthLink } from "./auth-link";

const failureMessages: Record<TokenFailure, string> = {
  INVALID: "This link is not complete. Open it from the mail again, or copy the whole of it.",
  EXPIRED: "This link has run out. Ask for a new one and use it soon after it arrives.",
  USED: "This link has been used. Each one works once.",
};

/** In place of the button, when a mailed link no longer works. */
export function ExpiredLink({ code, next }: { code: TokenFailure; next: "/sign-in" | "/forgot-password" }) {
  return (
    <div className="grid gap-3">
      <p role="status">{failureMessages[code]}</p>
      <p>
        <AuthLink to={next}>{next === "/sign-in" ? expiredLink.goToSignIn : expiredLink.askForNewLink}</AuthLink>
      </p>
    </div>
  );
}
