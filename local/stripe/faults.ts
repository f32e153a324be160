import { z } from "zod";

function isPattern(source: string): boolean {
  try {
    return Boolean(new RegExp(source));
  } catch {
    return false;
  }
}

const faultKinds = z.enum([
  /** Waits, then acts: the client's time is up before anything was done. */
  "delay-before",
  /** Acts, then waits: the client's time is up although it was done. */
  "delay-after",
  "close-before",
  "close-after",
  /** Answers with `status` and does nothing. */
  "status",
]);

export const fault = z.strictObject({
  kind: faultKinds,
  /** A pattern of "POST /v1/refunds"; all calls where it is left out. */
  on: z.string().refine(isPattern).default(""),
  ms: z.number().int().min(0).default(60_000),
  status: z.number().int().min(400).max(599).default(500),
  /** Whether a status is stored under the idempotency key, as Stripe stores a failure in the middle of its work. */
  isStored: z.boolean().default(false),
  /** For how many calls. The SDK repeats a call itself when the connection closes. */
  times: z.number().int().min(1).default(1),
});
export type Fault = z.infer<typeof fault>;
export type FaultInput = z.input<typeof fault>;

export const webhookSettings = z.strictObject({
  /** `off`: events happen, and nobody hears of them. */
  mode: z.enum(["on", "off"]).default("on"),
  /** How often each is sent. */
  copies: z.number().int().min(1).max(20).default(1),
  delayMs: z.number().int().min(0).default(0),
  /** Events that happen within a moment arrive newest first. */
  isReversed: z.boolean().default(false),
});
export type WebhookSettings = z.infer<typeof webhookSettings>;

/** What becomes of the next refund, where it is not simply done: it is pending, and ends after a while. */
export const refundFate = z.strictObject({ outcome: z.enum(["succeeds", "fails"]), afterMs: z.number().int().min(0) });
export type RefundFate = z.infer<typeof refundFate>;

/** What goes wrong, as tests and drills have asked for. Not kept over a restart. */
export class Faults {
  #faults: Fault[] = [];
  webhooks: WebhookSettings = webhookSettings.parse({});
  nextRefund: RefundFate | null = null;

  add(input: FaultInput) {
    this.#faults.push(fault.parse(input));
  }

  setWebhooks(settings: Partial<WebhookSettings>) {
    this.webhooks = webhookSettings.parse(settings);
  }

  clear() {
    this.#faults = [];
    this.webhooks = webhookSettings.parse({});
    this.nextRefund = null;
  }

  /** The fault of this call, which is used up by it. */
  take(call: string): Fault | undefined {
    const found = this.#faults.find(({ on }) => new RegExp(on).test(call));
    if (!found) return undefined;
    found.times -= 1;
    if (found.times === 0) this.#faults = this.#faults.filter((one) => one !== found);
    return found;
  }

  takeRefundFate(): RefundFate | null {
    const fate = this.nextRefund;
    this.nextRefund = null;
    return fate;
  }
}
