/** How much unused rate is kept. */
const BURST_SECONDS = 10;

/** The waiting room as `lib/waiting-room/tick-script.ts` runs it: a queue, and a credit that grows with time. */
export class SimulatedRoom {
  /** The last number that has been called. */
  cursor = 0;
  /** Called, and not heard of yet. */
  called = 0;
  /** In, with nothing held yet. */
  admitted = 0;
  /** The visitor with number n is at n - 1. */
  private queue: number[] = [];
  private credit = 0;

  private readonly perSecond: number;

  constructor(perMinute: number) {
    this.perSecond = perMinute / 60;
  }

  /** With the first second's tick, one may come in at once. */
  open(order: number[]) {
    this.queue = order;
    this.credit = 1 - this.perSecond;
  }

  /** The next visitor's number. */
  join(person: number) {
    return this.queue.push(person);
  }

  /** One second passes: calls the visitors who are due while there are seats for them. `isAway`: passed over. */
  tick(seatsLeft: number, isAway: (person: number) => boolean): number[] {
    this.credit = Math.min(Math.max(1, this.perSecond * BURST_SECONDS), this.credit + this.perSecond);
    const free = Math.min(Math.floor(this.credit), seatsLeft - this.called - this.admitted);
    const called: number[] = [];
    while (called.length < free && this.cursor < this.queue.length) {
      const person = this.queue[this.cursor] ?? 0;
      this.cursor += 1;
      if (!isAway(person)) called.push(person);
    }
    this.credit -= called.length;
    this.called += called.length;
    return called;
  }
}
