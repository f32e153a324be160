import { log } from "@/lib/log";
import { openDispute } from "./disputes";
import { answerBank } from "./pay";
import { endRefund } from "./refunds";
import { expireSession } from "./sessions";
import type { Store } from "./store";
import type { Timer } from "./tables";

/** What `setTimeout` can wait for. */
const LONGEST_MS = 2 ** 31 - 1;

function carryOut(store: Store, { what, id, outcome = "succeeds" }: Timer) {
  if (what === "expire-session") return expireSession(store, id);
  if (what === "answer-bank") return answerBank(store, id, outcome);
  if (what === "end-refund") return endRefund(store, id, outcome);
  return openDispute(store, id);
}

/** Lets happen what is to happen later, also after a restart. */
export class Timers {
  #timeout: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(private readonly store: Store) {}

  /** Waits for the next one. Called whenever one may have been added. */
  plan() {
    clearTimeout(this.#timeout);
    const next = Math.min(...this.store.rows("timers").map(({ at }) => at));
    if (this.#isClosed || next === Number.POSITIVE_INFINITY) return;
    const wait = Math.min(Math.max(next - Date.now(), 0), LONGEST_MS);
    this.#timeout = setTimeout(() => void this.#run(), wait).unref();
  }

  close() {
    this.#isClosed = true;
    clearTimeout(this.#timeout);
  }

  async #run() {
    for (const [id, timer] of this.store.entries("timers")) {
      if (timer.at > Date.now()) continue;
      this.store.put("timers", id, null);
      try {
        carryOut(this.store, timer);
      } catch (error) {
        // Somebody was faster, as a buyer who paid in the page's last second.
        log.debug("stripe.timer.pointless", { id, message: error instanceof Error ? error.message : String(error) });
      }
    }
    await this.store.commit();
    this.plan();
  }
}
