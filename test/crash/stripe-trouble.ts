import type { FaultInput, WebhookSettings } from "@/local/stripe/faults";

/** In turn, a second each: on time, twice, late, never, in the wrong order. */
const webhooks: Partial<WebhookSettings>[] = [
  {},
  { copies: 2 },
  { delayMs: 5_000 },
  { mode: "off" },
  { isReversed: true, copies: 3 },
  { mode: "off" },
];

/** The client waits for 8 seconds, and sends once more where a connection closes. */
const faults: FaultInput[] = [
  { kind: "close-after", on: "POST /v1/checkout/sessions$", times: 2 },
  { kind: "delay-after", on: "/capture$", ms: 9_000 },
  { kind: "close-after", on: "/capture$", times: 2 },
  { kind: "close-after", on: "POST /v1/refunds$", times: 2 },
  { kind: "delay-before", on: "/capture$", ms: 3_000 },
  { kind: "delay-after", on: "POST /v1/refunds$", ms: 9_000 },
  { kind: "status", on: "GET /v1/payment_intents/", status: 503, times: 3 },
  { kind: "close-before", on: "/capture$", times: 2 },
  { kind: "close-after", on: "/(expire|cancel)$", times: 2 },
  { kind: "delay-after", on: "POST /v1/checkout/sessions$", ms: 9_000 },
  { kind: "status", on: "", status: 429, times: 5 },
];

const lostEnds: FaultInput[] = [
  { kind: "close-before", on: "/expire$", times: 20 },
  { kind: "close-after", on: "/expire$", times: 10 },
  { kind: "delay-after", on: "/expire$", ms: 9_000, times: 2 },
  { kind: "close-after", on: "/(capture|cancel)$", times: 6 },
];

/** Makes the stand-in of Stripe answer badly until it is stopped. */
export function troubleStripe(baseUrl: string) {
  const control = (method: string, path: string, body?: object) =>
    fetch(baseUrl + path, { method, ...(body && { body: JSON.stringify(body) }) });
  let count = 0;
  const next = async () => {
    await control("POST", "/_webhooks", webhooks[count % webhooks.length]);
    await control("POST", "/_faults", faults[count % faults.length]);
    count += 1;
  };
  const timer = setInterval(() => void next(), 1_000);
  return {
    async stop() {
      clearInterval(timer);
      await control("DELETE", "/_faults");
      return count;
    },
    /** From now on nobody is notified, and the first calls that end an attempt are lost. */
    async loseEnds() {
      await control("POST", "/_webhooks", { mode: "off" });
      for (const fault of lostEnds) await control("POST", "/_faults", fault);
    },
  };
}
