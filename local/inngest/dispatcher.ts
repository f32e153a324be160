const maxConcurrentCalls = 16;

/** A call to the app that is due: a run as a whole (`step`), or one of its planned steps. */
export type Call = { runId: string; stepId: string };
export type Slot = { key: string; limit: number };

export const callKey = ({ runId, stepId }: Call) => `${runId}/${stepId}`;

/** Makes due calls in the order they came, as far as the limits on how many may be under way allow. */
export class Dispatcher {
  #queue = new Map<string, Call>();
  #underWay = new Map<string, Slot[]>();
  #used = new Map<string, number>();
  #paused = true;

  /**
   * @param slotsOf the concurrency limits that a call counts against; null drops the call
   * @param perform makes the call and stores its result; must not reject
   */
  constructor(
    private readonly slotsOf: (call: Call) => Slot[] | null,
    private readonly perform: (call: Call) => Promise<void>,
    private readonly onDone: (call: Call) => void,
  ) {}

  has(call: Call): boolean {
    return this.#queue.has(callKey(call)) || this.#underWay.has(callKey(call));
  }

  add(call: Call) {
    if (this.has(call)) return;
    this.#queue.set(callKey(call), call);
    this.#pump();
  }

  pause() {
    this.#paused = true;
  }

  resume() {
    this.#paused = false;
    this.#pump();
  }

  #pump() {
    for (const [key, call] of this.#queue) {
      if (this.#paused || this.#underWay.size >= maxConcurrentCalls) return;
      const slots = this.slotsOf(call);
      if (slots?.some((slot) => (this.#used.get(slot.key) ?? 0) >= slot.limit)) continue;
      this.#queue.delete(key);
      if (slots) this.#start(key, call, slots);
    }
  }

  #start(key: string, call: Call, slots: Slot[]) {
    this.#underWay.set(key, slots);
    for (const slot of slots) this.#used.set(slot.key, (this.#used.get(slot.key) ?? 0) + 1);
    void this.perform(call).then(() => {
      this.#underWay.delete(key);
      for (const slot of slots) {
        const left = (this.#used.get(slot.key) ?? 1) - 1;
        if (left > 0) this.#used.set(slot.key, left);
        else this.#used.delete(slot.key);
      }
      this.onDone(call);
      this.#pump();
    });
  }
}
