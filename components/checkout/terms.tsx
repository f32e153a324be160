import { cancellationMessagesFor } from "@/lib/checkout/cancellation-messages";
import { termsText } from "@/texts/checkout";

/** The terms of one booking, in full. */
export function Terms({
  event,
  organizerName,
  isFree,
}: {
  event: Parameters<typeof cancellationMessagesFor>[0];
  organizerName: string;
  isFree: boolean;
}) {
  return (
    <ul className="grid list-disc gap-1.5 ps-5 text-muted marker:text-line-strong">
      <li className="text-ink">{cancellationMessagesFor(event).terms}</li>
      <li>
        {termsText.yourAgreementIsWithThe}
        <bdi>{organizerName}</bdi>
        {termsText.eachTicketLetsOnePerson}
      </li>
      <li>
        {`If the organizer cancels the event, your booking ends${isFree ? "." : ", and there is nothing to pay."}`}
      </li>
    </ul>
  );
}
