import type { Bytes } from "./reply";

/** An end of a range of scores. */
export type Bound = { score: number; isIncluded: boolean };

/** Members by score, and those of one score by their bytes. */
export class SortedSet {
  readonly #scores = new Map<Bytes, number>();
  readonly #ordered: Bytes[] = [];

  get size(): number {
    return this.#ordered.length;
  }

  score(member: Bytes): number | undefined {
    return this.#scores.get(member);
  }

  rank(member: Bytes): number | undefined {
    const score = this.#scores.get(member);
    return score === undefined ? undefined : this.#placeOf(score, member);
  }

  /** Whether the member is new. */
  set(member: Bytes, score: number): boolean {
    const isNew = !this.delete(member);
    this.#ordered.splice(this.#placeOf(score, member), 0, member);
    this.#scores.set(member, score);
    return isNew;
  }

  delete(member: Bytes): boolean {
    const rank = this.rank(member);
    if (rank === undefined) return false;
    this.#ordered.splice(rank, 1);
    return this.#scores.delete(member);
  }

  members(from: number, to: number): Bytes[] {
    return this.#ordered.slice(from, to);
  }

  /** The ranks between two scores, as `slice` takes them. */
  between(min: Bound, max: Bound): [from: number, to: number] {
    const from = this.#first((score) => score > min.score || (min.isIncluded && score === min.score));
    const to = this.#first((score) => score > max.score || (!max.isIncluded && score === max.score));
    return [from, Math.max(from, to)];
  }

  #placeOf(score: number, member: Bytes): number {
    return this.#first((other, name) => other > score || (other === score && name >= member));
  }

  /** The rank of the first member for which `isThere` holds. It holds for all that follow, too. */
  #first(isThere: (score: number, member: Bytes) => boolean): number {
    let low = 0;
    let high = this.#ordered.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const member = this.#ordered[middle] ?? "";
      if (isThere(this.#scores.get(member) ?? 0, member)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
