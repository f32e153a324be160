import { afterResponse } from "@/lib/after-response";
import { relayOutbox } from "@/lib/outbox/relay";
import { storeProviderEvent } from "@/lib/payments/provider-events";
import { paymentProvider } from "@/lib/payments/provider-of-process";
import { bytesBody, defineRoute, respondWith } from "@/lib/requests/define-route";
import { failure } from "@/lib/requests/result";
import { requestFailures } from "@/texts/site";

/** Stripe's notifications are a few kilobytes. */
const BODY_LIMIT = 512 * 1024;

/** Stores Stripe's notification before it is answered; it is handled afterwards. */
export const POST = defineRoute("/api/stripe/webhook", {
  body: bytesBody(BODY_LIMIT),
  run: async ({ request, body }) => {
    const provider = paymentProvider();
    if (!provider) return respondWith(failure("NOT_FOUND", requestFailures.notFound));
    const notification = await provider.readNotification(body, request.headers);
    if (!notification) return respondWith(failure("INVALID", requestFailures.badSignature));
    const outboxId = await storeProviderEvent(notification);
    if (outboxId) afterResponse(() => relayOutbox([outboxId]));
    return respondWith({ ok: true });
  },
});
