import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { SubscriptionForm } from "@/components/unsubscribe/subscription-form";
import { findSubscriptionByToken } from "@/lib/messages/subscription";
import { unsubscribePage } from "@/texts/site";

// The address holds a token. Not "no-referrer": forms would post without an origin to check.
export const metadata: Metadata = {
  title: unsubscribePage.documentTitle,
  robots: { index: false },
  referrer: "same-origin",
};

// Opened from an email, never navigated to: sent in one piece, so that it needs no script.
export const instant = false;

export default async function UnsubscribePage({ searchParams }: PageProps<"/unsubscribe">) {
  const token = String((await searchParams).token ?? "");
  const subscription = await findSubscriptionByToken(token);
  const title = !subscription
    ? unsubscribePage.incompleteTitle
    : subscription.isStopped
      ? unsubscribePage.stoppedTitle
      : unsubscribePage.title;
  return (
    <div className="mx-auto w-full max-w-md px-5 pb-20">
      <h1 className="pt-10 pb-6 text-4xl leading-[1.05] sm:pt-16">{title}</h1>
      <Card className="grid grid-cols-1 gap-5">
        {subscription ? (
          <SubscriptionForm token={token} {...subscription} />
        ) : (
          <p role="status">{unsubscribePage.incompleteLink}</p>
        )}
      </Card>
    </div>
  );
}
