/** What is to happen in each second, in the order it was put down. */
export class Schedule<Thing> {
  private readonly seconds = new Map<number, Thing[]>();
  private left = 0;

  add(second: number, thing: Thing) {
    const things = this.seconds.get(second);
    if (things) things.push(thing);
    else this.seconds.set(second, [thing]);
    this.left += 1;
  }

  /** Everything of this second; what comes for it after this is lost, so nothing may. */
  take(second: number): Thing[] {
    const things = this.seconds.get(second) ?? [];
    this.seconds.delete(second);
    this.left -= things.length;
    return things;
  }

  get isEmpty() {
    return this.left === 0;
  }
}
