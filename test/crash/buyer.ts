import { setTimeout as sleep } from "node:timers/promises";
import { Browser, RetryableError } from "./browser";

export type Plan = {
  /** What is pressed on the provider's page, in turn; empty: the page is left. Null: it is never opened. */
  tries: readonly string[] | null;
  /** Whether the browser goes back to Quorix after paying. */
  returns: boolean;
  cancels: boolean;
};

export type Answers = {
  reference: string | null;
  /** The provider's page, if it was left without a try to pay. */
  leftPage: string | null;
  /** Was led to the booking's page after paying. */
  isAcknowledged: boolean;
  /** Was led back after cancelling. */
  isCancelled: boolean;
  /** Why the journey ended early. */
  stopped: string | null;
};

type Shop = {
  url: string;
  secret: string;
  event: { slug: string; ticketTypeCode: string; quantity: number };
  running: () => Promise<void>;
  onRetry: () => void;
};

const MAX_RETRIES = 120;
const RETRY_MS = 250;

class StoppedError extends Error {}

/** One person's journey, by forms and links. A step whose answer is lost is taken again, as people do. */
export async function buy(shop: Shop, userId: number, { tries, returns, cancels }: Plan): Promise<Answers> {
  const browser = await Browser.open(shop.url, userId, shop.secret);
  const answers: Answers = {
    reference: null,
    leftPage: null,
    isAcknowledged: false,
    isCancelled: false,
    stopped: null,
  };

  async function retry<Value>(step: () => Promise<Value>): Promise<Value> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await step();
      } catch (error) {
        if (!(error instanceof RetryableError) || attempt === MAX_RETRIES) throw error;
        shop.onRetry();
        await shop.running();
        await sleep(RETRY_MS);
      }
    }
  }
  const leadOn = async (step: () => Promise<string>) => new URL(await retry(step), shop.url);

  async function openPayPage(reference: string, query = ""): Promise<URL | null> {
    const { event } = shop;
    const names = Array.from({ length: event.quantity }, (_, at) => [`holders.${at}.name`, "Somebody"]);
    const fields = { ...Object.fromEntries(names), terms: "on" };
    const page = await leadOn(() => browser.post(`/checkout/${reference}${query}`, fields, /Pay |Continue to payment/));
    return page.pathname.startsWith("/pay/") ? page : null;
  }

  async function payAt(page: URL, reference: string, outcomes: readonly string[]): Promise<URL | null> {
    let next: URL = page;
    for (const outcome of outcomes) {
      if (next !== page) {
        const again = await openPayPage(reference, "?payment=left");
        if (!again) return null;
        next = again;
      }
      const pressed = await fetch(next, {
        method: "POST",
        body: new URLSearchParams({ outcome }),
        redirect: "manual",
      });
      next = new URL(pressed.headers.get("location") ?? "/", next);
    }
    return next;
  }

  /** Follows the provider's link back until the booking's page is shown, as the waiting page does. */
  async function goBack(back: URL) {
    for (let count = 0; count < MAX_RETRIES; count += 1) {
      const { pathname } = await leadOn(async () => {
        const answer = await browser.send(back.pathname + back.search);
        if (!answer.location) throw new RetryableError(`answered ${answer.status}`);
        return answer.location;
      });
      if (pathname.startsWith("/bookings/")) return;
      if (!pathname.endsWith("/paid")) throw new StoppedError(`led back to ${pathname.replace(/[^/]*$/, "…")}`);
      await sleep(RETRY_MS);
    }
    throw new StoppedError("waits for the payment");
  }

  async function run() {
    const { slug, ticketTypeCode, quantity } = shop.event;
    const fields = { [`quantity.${ticketTypeCode}`]: String(quantity) };
    const held = await leadOn(() => browser.post(`/events/${slug}`, fields, "Reserve"));
    const reference = /^\/checkout\/([^/]+)$/.exec(held.pathname)?.[1];
    if (!reference) throw new Error(`Reserve led to ${held.pathname}`);
    answers.reference = reference;
    if (tries === null) return;
    const page = await openPayPage(reference);
    if (page && tries.length === 0) answers.leftPage = page.href;
    const back = page && (await payAt(page, reference, tries));
    if (!back || tries.length === 0 || !returns) return;
    await goBack(back);
    answers.isAcknowledged = true;
    if (!cancels) return;
    await retry(() => browser.post(`/bookings/${reference}/cancel`, {}, "Cancel booking"));
    answers.isCancelled = true;
  }

  await run().catch((error: unknown) => {
    answers.stopped = error instanceof Error ? error.message : "unknown";
  });
  return answers;
}
