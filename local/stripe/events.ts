import type Stripe from "stripe";
import { newId, now, type Store } from "./store";
import type { StripeObject } from "./tables";

export const API_VERSION = "2026-10-28.endive";

/** Records an event with the object as it is now, to be sent to the application. */
export function emit(store: Store, type: Stripe.Event["type"], object: StripeObject) {
  const id = newId("evt");
  store.put("events", id, {
    id,
    object: "event",
    api_version: API_VERSION,
    created: now(),
    data: { object },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
  });
  store.put("deliveries", id, { eventId: id, attempt: 0, at: Date.now() });
}
