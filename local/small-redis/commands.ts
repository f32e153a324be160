import { createArityError } from "./arguments";
import { collectionCommands } from "./collections";
import { keyCommands } from "./keys";
import type { Keyspace } from "./keyspace";
import { type Bytes, RedisError, type Reply } from "./reply";
import { sortedSetCommands } from "./sorted-sets";
import { stringCommands } from "./strings";

type Run = (keys: Keyspace, args: Bytes[]) => Reply;
/** The number of arguments including the command's name; a negative number is a minimum. */
export type CommandTable = Record<string, [arity: number, run: Run]>;

/** The commands that a script can call. */
export const dataCommands: CommandTable = {
  ...keyCommands,
  ...stringCommands,
  ...collectionCommands,
  ...sortedSetCommands,
};

/** The command of these arguments, ready to run, or their error. */
export function prepareCommand(table: CommandTable, words: Bytes[]): ((keys: Keyspace) => Reply) | RedisError {
  const [word = "", ...args] = words;
  const name = word.toLowerCase();
  const found = Object.hasOwn(table, name) ? table[name] : undefined;
  if (!found) return new RedisError(`ERR unknown command '${word}'`);
  const [arity, run] = found;
  if (arity < 0 ? words.length < -arity : words.length !== arity) return createArityError(name);
  return (keys) => {
    try {
      return run(keys, args);
    } catch (error) {
      if (error instanceof RedisError) return error;
      throw error;
    }
  };
}

export function execute(table: CommandTable, keys: Keyspace, words: Bytes[]): Reply {
  const command = prepareCommand(table, words);
  return command instanceof RedisError ? command : command(keys);
}
