import type { TypeCount } from "@/lib/check-in/answers";
import type { DoorState, Verdict } from "./door-types";

/** Tickets that a camera sees within this time are held before it together. */
const TOGETHER_MS = 1_500;
/** As many as a screen has room for. */
const MOST_SHOWN = 4;

/** What a door shows, for React to follow: a new object with each change. */
export class DoorScreen {
  #state: DoorState;
  readonly #listeners = new Set<() => void>();
  #shownAt = 0;
  /** Whether what comes next is shown beside what is there. */
  isTogether = false;

  constructor(counts: TypeCount[]) {
    this.#state = {
      isReady: false,
      isConnected: true,
      access: "allowed",
      isBusy: false,
      counts,
      list: null,
      waiting: 0,
      waitingOfOthers: 0,
      conflicts: [],
      localConflicts: [],
      recent: [],
      verdicts: [],
    };
  }

  get state() {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  set(values: Partial<DoorState>) {
    this.#state = { ...this.#state, ...values };
    for (const listener of this.#listeners) listener();
  }

  /** So many more of a ticket type are in. */
  count(type: string | null | undefined, by: number) {
    this.set({
      counts: this.#state.counts.map((count) => (count.code === type ? { ...count, in: count.in + by } : count)),
    });
  }

  hasJustShown() {
    return Date.now() - this.#shownAt < TOGETHER_MS;
  }

  show(verdict: Verdict) {
    this.#shownAt = Date.now();
    this.set({ verdicts: this.isTogether ? [...this.#state.verdicts, verdict].slice(-MOST_SHOWN) : [verdict] });
  }
}
