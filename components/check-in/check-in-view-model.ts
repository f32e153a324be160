import type { TypeCount } from "@/lib/check-in/types";
import type { CheckInState, ScanResult } from "./check-in-types";

/** Tickets that a camera sees within this time are held before it together. */
const GROUP_WINDOW_MS = 1_500;
/** As many as a screen has room for. */
const MAX_SHOWN = 4;

/** What a door shows, for React to follow: a new object with each change. */
export class CheckInViewModel {
  #state: CheckInState;
  readonly #listeners = new Set<() => void>();
  #shownAt = 0;
  /** Whether what comes next is shown beside what is there. */
  isGrouping = false;

  constructor(counts: TypeCount[]) {
    this.#state = {
      isReady: false,
      isConnected: true,
      access: "allowed",
      isBusy: false,
      counts,
      manifest: null,
      pendingCount: 0,
      otherPendingCount: 0,
      conflicts: [],
      localConflicts: [],
      recent: [],
      results: [],
    };
  }

  get state() {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  update(values: Partial<CheckInState>) {
    this.#state = { ...this.#state, ...values };
    for (const listener of this.#listeners) listener();
  }

  /** So many more of a ticket type are in. */
  adjustCount(type: string | null | undefined, by: number) {
    this.update({
      counts: this.#state.counts.map((count) => (count.code === type ? { ...count, in: count.in + by } : count)),
    });
  }

  hasJustShown() {
    return Date.now() - this.#shownAt < GROUP_WINDOW_MS;
  }

  show(verdict: ScanResult) {
    this.#shownAt = Date.now();
    this.update({ results: this.isGrouping ? [...this.#state.results, verdict].slice(-MAX_SHOWN) : [verdict] });
  }
}
