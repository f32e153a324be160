import { createSyntaxError, parseBound, parseFloatArgument, parseInteger, parseRanks, toPairs } from "./arguments";
import type { CommandTable } from "./commands";
import { type Keyspace, SORTED_SET } from "./keyspace";
import type { Bytes, Reply } from "./reply";
import { SortedSet } from "./sorted-set";

function formatScore(score: number): Bytes {
  if (Number.isFinite(score)) return String(score);
  return score > 0 ? "inf" : "-inf";
}

const read = (keys: Keyspace, key: Bytes) => keys.read(key, SORTED_SET) ?? new SortedSet();

function listMembers(set: SortedSet, [from, to]: [number, number], isWithScores: boolean): Reply {
  const members = set.members(from, to);
  return isWithScores ? members.flatMap((member) => [member, formatScore(set.score(member) ?? 0)]) : members;
}

function add(keys: Keyspace, [key = "", ...scored]: Bytes[]): Reply {
  if (scored.length % 2 === 1) throw createSyntaxError();
  const members = toPairs(scored).map(([score, member]) => ({ score: parseFloatArgument(score), member }));
  return keys.change(key, SORTED_SET, (set) => members.filter(({ score, member }) => set.set(member, score)).length);
}

function range(keys: Keyspace, [key = "", start = "", stop = "", ...options]: Bytes[]): Reply {
  const [option, ...rest] = options.map((text) => text.toUpperCase());
  if ((option !== undefined && option !== "WITHSCORES") || rest.length > 0) throw createSyntaxError();
  const found = parseRanks(start, stop);
  const set = read(keys, key);
  return listMembers(set, found(set.size), option !== undefined);
}

function rangeByScore(keys: Keyspace, [key = "", min = "", max = "", ...options]: Bytes[]): Reply {
  let isWithScores = false;
  let [offset, most] = [0, -1];
  for (let index = 0; index < options.length; index += 1) {
    const option = options[index]?.toUpperCase();
    if (option === "WITHSCORES") isWithScores = true;
    else if (option === "LIMIT" && index + 2 < options.length) {
      offset = parseInteger(options[++index] ?? "");
      most = parseInteger(options[++index] ?? "");
    } else throw createSyntaxError();
  }
  const ends = [parseBound(min), parseBound(max)] as const;
  const set = read(keys, key);
  const [from, to] = set.between(...ends);
  // A negative offset finds nothing, and a negative number of members is no limit.
  const first = offset < 0 ? to : Math.min(to, from + offset);
  return listMembers(set, [first, most < 0 ? to : Math.min(to, first + most)], isWithScores);
}

function remove(keys: Keyspace, key: Bytes, found: (set: SortedSet) => [number, number]): Reply {
  return keys.change(key, SORTED_SET, (set) => {
    const members = set.members(...found(set));
    for (const member of members) set.delete(member);
    return members.length;
  });
}

export const sortedSetCommands: CommandTable = {
  zadd: [-4, add],
  zrem: [
    -3,
    (keys, [key = "", ...members]) =>
      keys.change(key, SORTED_SET, (set) => members.filter((member) => set.delete(member)).length),
  ],
  zcard: [2, (keys, [key = ""]) => read(keys, key).size],
  zscore: [
    3,
    (keys, [key = "", member = ""]) => {
      const score = read(keys, key).score(member);
      return score === undefined ? null : formatScore(score);
    },
  ],
  zrank: [3, (keys, [key = "", member = ""]) => read(keys, key).rank(member) ?? null],
  zrange: [-4, range],
  zrangebyscore: [-4, rangeByScore],
  zcount: [
    4,
    (keys, [key = "", min = "", max = ""]) => {
      const ends = [parseBound(min), parseBound(max)] as const;
      const [from, to] = read(keys, key).between(...ends);
      return to - from;
    },
  ],
  zremrangebyscore: [
    4,
    (keys, [key = "", min = "", max = ""]) => {
      const ends = [parseBound(min), parseBound(max)] as const;
      return remove(keys, key, (set) => set.between(...ends));
    },
  ],
  zremrangebyrank: [
    4,
    (keys, [key = "", start = "", stop = ""]) => {
      const found = parseRanks(start, stop);
      return remove(keys, key, (set) => found(set.size));
    },
  ],
};
