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
 * One button that posts: opening the page must change nothing, as email scanners open every link. A new person is also
 * asked for their name; `newName` is our guess.
 */
export function FollowLinkForm({ token, purpose, email, signedUpAs, newName }: Props) {
  const isConfirming = purpose === "verify_email" || newName !== undefined;
  return (
    <RedirectForm action={followLinkAction} className="grid gap-5">
      <p>
        <span>{isConfirming ? followLinkForm.confirm : followLinkForm.signingIn}</span>
        <strong translate="no" className="block wrap-anywhere">
          {email}
        </strong>
      </p>
      {signedUpAs ? (
        <p>
          <span>{followLinkForm.signedUpBy}</span>
          <strong className="block wrap-anywhere" dir="auto">
            {signedUpAs}
          </strong>
          <span className="mt-1 block text-muted">{followLinkForm.notYou}</span>
        </p>
      ) : null}
      {newName === undefined ? null : (
        <Field
          label={followLinkForm.name}
          name="name"
          dir="auto"
          autoComplete="name"
          required
          maxLength={100}
          defaultValue={newName}
          hint={followLinkForm.nameHint}
        />
      )}
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="purpose" value={purpose} />
      <SubmitButton size="lg">{isConfirming ? followLinkForm.submitAndConfirm : followLinkForm.submit}</SubmitButton>
    </RedirectForm>
  );
}
