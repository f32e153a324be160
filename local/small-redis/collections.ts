import { checkRange, createArityError, parseBigInteger, toPairs } from "./arguments";
import type { CommandTable } from "./commands";
import { HASH, type Keyspace, SET } from "./keyspace";
import type { Bytes, Reply } from "./reply";

function hashSet(keys: Keyspace, [key = "", ...fields]: Bytes[]): Reply {
  if (fields.length % 2 === 1) throw createArityError("hset");
  return keys.change(key, HASH, (hash) => {
    const before = hash.size;
    for (const [field, value] of toPairs(fields)) hash.set(field, value);
    return hash.size - before;
  });
}

function hashIncrement(keys: Keyspace, [key = "", field = "", amount = ""]: Bytes[]): Reply {
  const added = parseBigInteger(amount);
  const before = parseBigInteger(keys.read(key, HASH)?.get(field) ?? "0", "ERR hash value is not an integer");
  const sum = checkRange(before + added, "ERR increment or decrement would overflow");
  keys.change(key, HASH, (hash) => hash.set(field, String(sum)));
  return sum;
}

export const collectionCommands: CommandTable = {
  hset: [-4, hashSet],
  hget: [3, (keys, [key = "", field = ""]) => keys.read(key, HASH)?.get(field) ?? null],
  hmget: [
    -3,
    (keys, [key = "", ...fields]) => {
      const hash = keys.read(key, HASH);
      return fields.map((field) => hash?.get(field) ?? null);
    },
  ],
  hgetall: [2, (keys, [key = ""]) => [...(keys.read(key, HASH) ?? [])].flat()],
  hdel: [
    -3,
    (keys, [key = "", ...fields]) =>
      keys.change(key, HASH, (hash) => fields.filter((field) => hash.delete(field)).length),
  ],
  hexists: [3, (keys, [key = "", field = ""]) => (keys.read(key, HASH)?.has(field) ? 1 : 0)],
  hincrby: [4, hashIncrement],
  sadd: [
    -3,
    (keys, [key = "", ...members]) =>
      keys.change(key, SET, (set) => {
        const before = set.size;
        for (const member of members) set.add(member);
        return set.size - before;
      }),
  ],
  smembers: [2, (keys, [key = ""]) => [...(keys.read(key, SET) ?? [])]],
};
