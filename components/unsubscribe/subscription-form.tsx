import { RedirectForm } from "@/components/forms/redirect-form";
import { Alert } from "@/components/ui/alert";
import { SubmitButton } from "@/components/ui/submit-button";
import { changeSubscriptionAction } from "@/lib/messages/unsubscribe-actions";
import { subscriptionForm } from "@/texts/site";

/** One button that posts: opening the page changes nothing, as mail scanners open every link. */
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
  return (
    <RedirectForm action={changeSubscriptionAction} className="grid gap-5">
      {isStopped ? (
        <Alert tone="positive" title={subscriptionForm.youGetNoMoreMessages}>
          <bdi className="wrap-anywhere">{organizer}</bdi>
          {subscriptionForm.cannotWriteTo}{" "}
          <bdi translate="no" className="wrap-anywhere">
            {email}
          </bdi>{" "}
          {subscriptionForm.anyMore}
        </Alert>
      ) : (
        <p>
          <strong dir="auto" className="block wrap-anywhere">
            {organizer}
          </strong>
          {subscriptionForm.writesTo}{" "}
          <bdi translate="no" className="wrap-anywhere">
            {email}
          </bdi>{" "}
          {subscriptionForm.aboutItsEvents}
        </p>
      )}
      <p className="text-muted text-pretty">{subscriptionForm.ticketsAndNewsAboutBooking}</p>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="messages" value={isStopped ? "resume" : "stop"} />
      <SubmitButton size="lg" variant={isStopped ? "secondary" : "primary"}>
        {isStopped ? subscriptionForm.getMessagesAgain : subscriptionForm.stopMessages}
      </SubmitButton>
    </RedirectForm>
  );
}
