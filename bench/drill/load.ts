import { setMaxListeners } from "node:events";
import { setTimeout } from "node:timers/promises";
import { type BuyerResult, buy } from "./buyer";
import { observeAsWatcher } from "./replies";
import { REQUEST_TIMEOUT_MS, type RequestKind, type RequestRecord, sendAndRecord } from "./send-request";
import type { SignedInUser } from "./test-data";

export const BUYERS_PER_SECOND = 5;
const VIEWS_PER_SECOND = 2;

/** Calls at a fixed rate, whatever the results of earlier calls. */
async function runAtRate(perSecond: number, over: AbortSignal, call: (turn: number) => void) {
  const began = performance.now();
  for (let turn = 0; !over.aborted; turn += 1) {
    call(turn);
    const next = began + ((turn + 1) * 1_000) / perSecond;
    await setTimeout(Math.max(0, next - performance.now()), undefined, { signal: over }).catch(() => {});
  }
}

/** Buyers, each of whom buys once, and a visitor who only looks, until `end`. */
export function startLoad(shop: Parameters<typeof buy>[0], [watcher, ...people]: SignedInUser[]) {
  const asked: RequestRecord[] = [];
  const buying: Promise<BuyerResult>[] = [];
  const looking: Promise<unknown>[] = [];
  const noneBegin = new AbortController();
  const over = new AbortController();
  // Every buyer who waits for a retry listens.
  setMaxListeners(0, over.signal);

  const { slug } = shop.event;
  const looks: [RequestKind, string][] = [
    ["/api/me", "/api/me"],
    ["availability", `/api/events/${slug}/availability`],
    ["health", "/api/health"],
    ["page", `/events/${slug}`],
  ];
  const headers = { cookie: watcher?.cookie ?? "" };
  const loops = [
    runAtRate(BUYERS_PER_SECOND, noneBegin.signal, () => {
      const person = people.pop();
      if (person) buying.push(buy(shop, person, asked, over.signal));
    }),
    runAtRate(VIEWS_PER_SECOND, noneBegin.signal, () => {
      for (const [kind, path] of looks)
        looking.push(sendAndRecord(asked, kind, [shop.url, { path, headers }], observeAsWatcher));
    }),
  ];

  /** Stops new buyers; the present ones get `PATIENCE_MS` to finish. */
  async function end() {
    noneBegin.abort();
    await Promise.all(loops);
    const timer = globalThis.setTimeout(() => over.abort(), REQUEST_TIMEOUT_MS);
    const results = await Promise.all(buying);
    clearTimeout(timer);
    await Promise.all(looking);
    return { asked, results };
  }

  return { end };
}
