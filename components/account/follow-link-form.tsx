import { RedirectForm } from "@/components/forms/redirect-form";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { followLinkAction } from "@/lib/auth/actions";
import { followLinkForm } from "@/texts/account";

type Props = {
  token: string;
  purpose: "verify_email" | "sign_in";
  email: string;
  signedUpAs?: string;
  newName?: string;
};

/**
 * One button that posts, for somebody new (`newName`: what they may be called) with a field for the name: opening the
 * page must change nothing, as mail scanners open every link.
 */
export function FollowLinkForm({ token, purpose, email, signedUpAs, newName }: Props) {
  const asks = purpose === "verify_email" || newName !== undefined;
  return (
    <RedirectForm action={followLinkAction} className="grid gap-5">
      <p>
        <span>{asks ? followLinkForm.confirmThatThisIsYour : followLinkForm.youAreSigningInAs}</span>
        <strong translate="no" className="block wrap-anywhere">
          {email}
        </strong>
      </p>
      {signedUpAs ? (
        <p>
          {followLinkForm.signedUpBy}
          <strong className="block wrap-anywhere" dir="auto">
            {signedUpAs}
          </strong>
          <span className="mt-1 block text-muted">{followLinkForm.notYouThenLeaveThis}</span>
        </p>
      ) : null}
      {newName === undefined ? null : (
        <Field
          label={followLinkForm.yourName}
          name="name"
          dir="auto"
          autoComplete="name"
          required
          maxLength={100}
          defaultValue={newName}
          hint={followLinkForm.itsOnYourTicketsYou}
        />
      )}
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="purpose" value={purpose} />
      <SubmitButton size="lg">{asks ? followLinkForm.confirmAndSignIn : followLinkForm.signIn}</SubmitButton>
    </RedirectForm>
  );
}
