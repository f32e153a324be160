import { type Bytes, RedisError } from "./reply";
import type { Bound } from "./sorted-set";

const NO_INTEGER = "ERR value is not an integer or out of range";
const MOST = 2n ** 63n;

/** As exact as Redis is: 64 bits. */
export function parseBigInteger(text: Bytes, otherwise = NO_INTEGER): bigint {
  const value = /^(0|-?[1-9]\d{0,18})$/.test(text) ? BigInt(text) : MOST;
  return checkRange(value, otherwise);
}

export function checkRange(value: bigint, otherwise: string): bigint {
  if (value >= MOST || value < -MOST) throw new RedisError(otherwise);
  return value;
}

export const parseInteger = (text: Bytes, otherwise?: string) => Number(parseBigInteger(text, otherwise));

export function parseFloatArgument(text: Bytes, otherwise = "ERR value is not a valid float"): number {
  const infinite = /^([+-]?)inf(inity)?$/i.exec(text);
  if (infinite) return infinite[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(value)) throw new RedisError(otherwise);
  return value;
}

/** An end of a range of scores: `5`, `(5` without the five, `-inf`. */
export function parseBound(text: Bytes): Bound {
  const isIncluded = !text.startsWith("(");
  return { score: parseFloatArgument(isIncluded ? text : text.slice(1), "ERR min or max is not a float"), isIncluded };
}

/** Ranks from `start` to `stop`, which count from the end when negative: of a set so large, as `slice` takes them. */
export function parseRanks(start: Bytes, stop: Bytes): (size: number) => [from: number, to: number] {
  const [first, last] = [parseInteger(start), parseInteger(stop)];
  return (size) => {
    const from = Math.max(0, first < 0 ? size + first : first);
    return [from, Math.max(from, (last < 0 ? size + last : last) + 1)];
  };
}

export const createSyntaxError = () => new RedisError("ERR syntax error");

/** Pairs of neighbours. */
export function toPairs(list: Bytes[]): [Bytes, Bytes][] {
  return Array.from({ length: list.length / 2 }, (_, index) => [list[index * 2] ?? "", list[index * 2 + 1] ?? ""]);
}

export const createArityError = (name: string) => new RedisError(`ERR wrong number of arguments for '${name}' command`);
