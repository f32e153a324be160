import { type Bytes, RedisError } from "./reply";
import { SortedSet } from "./sorted-set";

export type Hash = Map<Bytes, Bytes>;
export type Value = Bytes | Hash | Set<Bytes> | SortedSet;

/** A type of value: its name, how it is recognized, and how an empty one is made. */
export type Kind<T extends Value> = { name: string; is(value: Value): value is T; empty(): T };

export const STRING: Kind<Bytes> = { name: "string", is: (value) => typeof value === "string", empty: () => "" };
export const HASH: Kind<Hash> = { name: "hash", is: (value) => value instanceof Map, empty: () => new Map() };
export const SET: Kind<Set<Bytes>> = { name: "set", is: (value) => value instanceof Set, empty: () => new Set() };
export const SORTED_SET: Kind<SortedSet> = {
  name: "zset",
  is: (value) => value instanceof SortedSet,
  empty: () => new SortedSet(),
};

type Entry = { value: Value; expiresAt: number };

/** All keys with their values and expiry times. */
export class Keyspace {
  readonly #entries = new Map<Bytes, Entry>();

  get(key: Bytes): Value | undefined {
    return this.#entry(key)?.value;
  }

  read<T extends Value>(key: Bytes, kind: Kind<T>): T | undefined {
    const value = this.get(key);
    if (value === undefined || kind.is(value)) return value;
    throw new RedisError("WRONGTYPE Operation against a key holding the wrong kind of value");
  }

  /** Changes or creates a value. The key of a collection that is empty afterwards is removed. */
  change<T extends Exclude<Value, Bytes>, Answer>(key: Bytes, kind: Kind<T>, change: (value: T) => Answer): Answer {
    const value = this.read(key, kind) ?? kind.empty();
    const answer = change(value);
    if (value.size === 0) this.delete(key);
    else if (!this.#entries.has(key)) this.set(key, value);
    return answer;
  }

  /** Without an expiry time, the key keeps the one it has. */
  set(key: Bytes, value: Value, expiresAt = this.#entry(key)?.expiresAt ?? Number.POSITIVE_INFINITY) {
    this.#entries.set(key, { value, expiresAt });
  }

  delete(key: Bytes): boolean {
    return this.#entry(key) !== undefined && this.#entries.delete(key);
  }

  expiresAt(key: Bytes): number | undefined {
    return this.#entry(key)?.expiresAt;
  }

  keys(): Bytes[] {
    return [...this.#entries.keys()].filter((key) => this.#entry(key));
  }

  clear() {
    this.#entries.clear();
  }

  #entry(key: Bytes): Entry | undefined {
    const entry = this.#entries.get(key);
    if (!entry || entry.expiresAt > Date.now()) return entry;
    this.#entries.delete(key);
    return undefined;
  }
}
