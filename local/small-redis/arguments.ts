import { type Bytes, RedisError } from "./reply";
import type { Bound } from "./sorted-set";

const NO_INTEGER = "ERR value is not an integer or out of range";
const MOST = 2n ** 63n;

/** As exact as Redis is: 64 bits. */
export function bigInteger(text: Bytes, otherwise = NO_INTEGER): bigint {
  const value = /^(0|-?[1-9]\d{0,18})$/.test(text) ? BigInt(text) : MOST;
  return within(value, otherwise);
}

export function within(value: bigint, otherwise: string): bigint {
  if (value >= MOST || value < -MOST) throw new RedisError(otherwise);
  return value;
}

export const integer = (text: Bytes, otherwise?: string) => Number(bigInteger(text, otherwise));

export function float(text: Bytes, otherwise = "ERR value is not a valid float"): number {
  const infinite = /^([+-]?)inf(inity)?$/i.exec(text);
  if (infinite) return infinite[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(value)) throw new RedisError(otherwise);
  return value;
}

/** An end of a range of scores: `5`, `(5` without the five, `-inf`. */
export function bound(text: Bytes): Bound {
  const isIncluded = !text.startsWith("(");
  return { score: float(isIncluded ? text : text.slice(1), "ERR min or max is not a float"), isIncluded };
}

/** Ranks from `start` to `stop`, which count from the end when negative: of a set so large, as `slice` takes them. */
export function ranks(start: Bytes, stop: Bytes): (size: number) => [from: number, to: number] {
  const [first, last] = [integer(start), integer(stop)];
  return (size) => {
    const from = Math.max(0, first < 0 ? size + first : first);
    return [from, Math.max(from, (last < 0 ? size + last : last) + 1)];
  };
}

export const syntaxError = () => new RedisError("ERR syntax error");

/** Every two that follow each other. */
export function pairs(list: Bytes[]): [Bytes, Bytes][] {
  return Array.from({ length: list.length / 2 }, (_, index) => [list[index * 2] ?? "", list[index * 2 + 1] ?? ""]);
}

export const wrongArity = (name: string) => new RedisError(`ERR wrong number of arguments for '${name}' command`);
