import type { TypeCount } from "@/lib/check-in/types";
import type { CheckInState, ScanResult } from "./check-in-types";

/** Tickets that a camera sees within this time are shown together. */
const GROUP_WINDOW_MS = 1_500;
const MAX_SHOWN = 4;

/** The state of the page as a React store: a new object for each change. */
export class CheckInViewModel {
  #state: CheckInState;
  readonly #listeners = new Set<() => void>();
  #shownAt = 0;
  /** Whether the next result is added to those shown. */
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

  adjustCount(type: string | null | undefined, by: number) {
    this.update({
      counts: this.#state.counts.map((count) => (count.code === type ? { ...count, in: count.in + by } : count)),
    });
  }

  hasJustShown() {
    return Date.now() - this.#shownAt < GROUP_WINDOW_MS;
  }

  show(result: ScanResult) {
    this.#shownAt = Date.now();
    this.update({ results: this.isGrouping ? [...this.#state.results, result].slice(-MAX_SHOWN) : [result] });
  }
}
