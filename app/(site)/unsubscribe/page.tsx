import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { SubscriptionForm } from "@/components/unsubscribe/subscription-form";
import { findSubscriptionByToken } from "@/lib/messages/subscription";
import { unsubscribePage } from "@/texts/site";

// The address carries a token, as those of the account's links do.
export const metadata: Metadata = { title: "Messages", robots: { index: false }, referrer: "same-origin" };

// Opened from a mail, never navigated to: whole at once, and without a script to put it together.
export const instant = false;

export default async function UnsubscribePage({ searchParams }: PageProps<"/unsubscribe">) {
  const token = String((await searchParams).token ?? "");
  const subscription = await findSubscriptionByToken(token);
  return (
    <div className="mx-auto w-full max-w-md px-5 pb-20">
      <h1 className="pt-10 pb-6 text-4xl leading-[1.05] sm:pt-16">
        {subscription?.isStopped ? unsubscribePage.messagesAreStopped : unsubscribePage.stopMessages}
      </h1>
      <Card className="grid grid-cols-1 gap-5">
        {subscription ? (
          <SubscriptionForm token={token} {...subscription} />
        ) : (
          <p role="status">{unsubscribePage.thisLinkIsNotComplete}</p>
        )}
      </Card>
    </div>
  );
}
