import { createHash } from "node:crypto";
import { parseInteger } from "./arguments";
import { type CommandTable, dataCommands, execute } from "./commands";
import type { Keyspace } from "./keyspace";
import { compileScript, runScript } from "./lua";
import { type Bytes, RedisError, type Reply } from "./reply";

/** The SHA-1 of each script that was read. */
const loadedScripts = new Set<Bytes>();

function loadScript(source: Bytes): Bytes {
  const sha = createHash("sha1").update(source, "latin1").digest("hex");
  if (!loadedScripts.has(sha)) compileScript(sha, source);
  loadedScripts.add(sha);
  return sha;
}

function run(keys: Keyspace, sha: Bytes, [count = "", ...rest]: Bytes[]): Reply {
  if (!loadedScripts.has(sha)) throw new RedisError("NOSCRIPT No matching script. Please use EVAL.");
  const named = parseInteger(count);
  if (named < 0) throw new RedisError("ERR Number of keys can't be negative");
  if (named > rest.length) throw new RedisError("ERR Number of keys can't be greater than number of args");
  return runScript(sha, rest.slice(0, named), rest.slice(named), (words) => execute(dataCommands, keys, words));
}

export const scriptCommands: CommandTable = {
  eval: [-3, (keys, [source = "", ...rest]) => run(keys, loadScript(source), rest)],
  evalsha: [-3, (keys, [sha = "", ...rest]) => run(keys, sha.toLowerCase(), rest)],
  script: [
    -2,
    (_, [subcommand = "", source, ...rest]) => {
      if (subcommand.toLowerCase() === "load" && source !== undefined && rest.length === 0) return loadScript(source);
      throw new RedisError(`ERR unknown subcommand or wrong number of arguments for '${subcommand}'`);
    },
  ],
};
