import { createHmac } from "node:crypto";
import type { Faults } from "./faults";
import type { Store } from "./store";
import type { Delivery } from "./tables";

const RETRY_MS = [500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000];
const GIVE_UP_AFTER_MS = 3 * 24 * 60 * 60 * 1000;
const TIMEOUT_MS = 10_000;
/** Events that happen within it are sent in reverse. */
const REVERSED_MS = 300;

/** The header that says who has sent a body, and when. */
export function signatureOf(body: string, secret: string, seconds = Math.floor(Date.now() / 1000)): string {
  const signature = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
  return `t=${seconds},v1=${signature}`;
}

/** Posts events to the application until it has taken them, also after a restart. */
export class Webhooks {
  #timeout: NodeJS.Timeout | undefined;
  #isClosed = false;
  readonly #abort = new AbortController();
  readonly #underWay = new Set<string>();

  constructor(
    private readonly store: Store,
    private readonly faults: Faults,
    private readonly target: { url: string; secret: string },
  ) {}

  /** Sends what is due and waits for the next. Called whenever there may be more. */
  plan() {
    clearTimeout(this.#timeout);
    if (this.#isClosed) return;
    const waiting = this.store.entries("deliveries").filter(([id]) => !this.#underWay.has(id));
    const due = waiting.filter(([, delivery]) => this.#timeOf(delivery) <= Date.now());
    if (this.faults.webhooks.isReversed) void this.#sendInTurn(due.toReversed());
    else for (const [id, delivery] of due) void this.#send(id, delivery);
    const later = waiting.filter(([id]) => !this.#underWay.has(id)).map(([, delivery]) => this.#timeOf(delivery));
    if (later.length === 0) return;
    this.#timeout = setTimeout(() => this.plan(), Math.max(Math.min(...later) - Date.now(), 1)).unref();
  }

  close() {
    this.#isClosed = true;
    clearTimeout(this.#timeout);
    this.#abort.abort();
  }

  #timeOf({ at, attempt }: Delivery): number {
    const { delayMs, isReversed } = this.faults.webhooks;
    return attempt === 0 ? at + delayMs + (isReversed ? REVERSED_MS : 0) : at;
  }

  async #sendInTurn(deliveries: [string, Delivery][]) {
    for (const [id] of deliveries) this.#underWay.add(id);
    for (const [id, delivery] of deliveries) await this.#send(id, delivery);
  }

  async #send(id: string, delivery: Delivery) {
    this.#underWay.add(id);
    const event = this.store.get("events", delivery.eventId);
    const { mode, copies } = this.faults.webhooks;
    let isDone = mode === "off" || !event;
    if (event && !isDone) {
      const body = JSON.stringify(event, null, 2);
      const taken = await Promise.all(Array.from({ length: copies }, () => this.#post(body)));
      isDone = taken.every(Boolean) || Date.now() - event.created * 1000 > GIVE_UP_AFTER_MS;
    }
    this.#underWay.delete(id);
    if (this.#isClosed) return;
    const attempt = delivery.attempt + 1;
    const wait = RETRY_MS[Math.min(attempt, RETRY_MS.length) - 1] ?? 0;
    this.store.put("deliveries", id, isDone ? null : { ...delivery, attempt, at: Date.now() + wait });
    // Plans again once it is on disk.
    await this.store.commit();
  }

  async #post(body: string): Promise<boolean> {
    const { url, secret } = this.target;
    try {
      const response = await fetch(url, {
        method: "POST",
        body,
        headers: { "content-type": "application/json; charset=utf-8", "stripe-signature": signatureOf(body, secret) },
        signal: AbortSignal.any([this.#abort.signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
      await response.arrayBuffer();
      return response.ok;
    } catch {
      return false;
    }
  }
}
