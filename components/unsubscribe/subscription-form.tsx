import { RedirectForm } from "@/components/forms/redirect-form";
import { Alert } from "@/components/ui/alert";
import { SubmitButton } from "@/components/ui/submit-button";
import { changeSubscriptionAction } from "@/lib/messages/unsubscribe-actions";

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
        <Alert tone="positive" title="You get no more messages">
          <bdi className="wrap-anywhere">{organizer}</bdi> cannot write to{" "}
          <bdi translate="no" className="wrap-anywhere">
            {email}
          </bdi>{" "}
          any more.
        </Alert>
      ) : (
        <p>
          <strong dir="auto" className="block wrap-anywhere">
            {organizer}
          </strong>
          writes to{" "}
          <bdi translate="no" className="wrap-anywhere">
            {email}
          </bdi>{" "}
          about its events.
        </p>
      )}
      <p className="text-muted text-pretty">
        Tickets, and news about a booking of yours such as a new date, are sent all the same.
      </p>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="messages" value={isStopped ? "resume" : "stop"} />
      <SubmitButton size="lg" variant={isStopped ? "secondary" : "primary"}>
        {isStopped ? "Get messages again" : "Stop messages"}
      </SubmitButton>
    </RedirectForm>
  );
}
