import { RedirectForm } from "@/components/forms/redirect-form";
import { Alert } from "@/components/ui/alert";
import { RichText } from "@/components/ui/rich-text";
import { SubmitButton } from "@/components/ui/submit-button";
import { changeSubscriptionAction } from "@/lib/messages/unsubscribe-actions";
import { subscriptionForm } from "@/texts/site";

/** One button that posts: opening the page changes nothing, as email scanners open every link. */
export function SubscriptionForm({
  token,
  organizer,
  email,
  isStopped,
}: {
  token: string;
  organizer: string;
  email: string;
  isStopped: boolean;
}) {
  const values = {
    organizer: <bdi className="font-semibold wrap-anywhere">{organizer}</bdi>,
    email: (
      <bdi translate="no" className="wrap-anywhere">
        {email}
      </bdi>
    ),
  };
  return (
    <RedirectForm action={changeSubscriptionAction} className="grid gap-5">
      {isStopped ? (
        <Alert tone="positive" title={subscriptionForm.stoppedTitle}>
          <RichText text={subscriptionForm.stopped} values={values} />
        </Alert>
      ) : (
        <p>
          <RichText text={subscriptionForm.subscribed} values={values} />
        </p>
      )}
      <p className="text-muted text-pretty">{subscriptionForm.exception}</p>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="messages" value={isStopped ? "resume" : "stop"} />
      <SubmitButton size="lg" variant={isStopped ? "secondary" : "primary"}>
        {isStopped ? subscriptionForm.resume : subscriptionForm.stop}
      </SubmitButton>
    </RedirectForm>
  );
}
