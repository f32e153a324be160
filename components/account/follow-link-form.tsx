import { SubmitButton } from "@/components/ui/submit-button";
import { followLink } from "@/lib/auth/actions";

type Props = { token: string; purpose: "verify_email" | "sign_in"; email: string; signedUpAs?: string };

/** One button that posts: opening the page must change nothing, as mail scanners open every link. */
export function FollowLinkForm({ token, purpose, email, signedUpAs }: Props) {
  return (
    <form action={followLink} className="grid gap-5">
      <p>
        <span>{purpose === "sign_in" ? "You are signing in as" : "Confirm that this is your address:"}</span>
        <strong translate="no" className="block wrap-anywhere">
          {email}
        </strong>
      </p>
      {signedUpAs ? (
        <p>
          Signed up by
          <strong className="block wrap-anywhere" dir="auto">
            {signedUpAs}
          </strong>
          <span className="mt-1 block text-muted">Not you? Then leave this page: nothing happens.</span>
        </p>
      ) : null}
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="purpose" value={purpose} />
      <SubmitButton size="lg">{purpose === "sign_in" ? "Sign in" : "Confirm and sign in"}</SubmitButton>
    </form>
  );
}
