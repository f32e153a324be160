import type { Socket } from "node:net";
import { dataCommands, prepareCommand } from "./commands";
import type { Keyspace } from "./keyspace";
import { CommandReader, encodeReply } from "./protocol";
import { type Bytes, OK, RedisError, type Reply, Status } from "./reply";
import { scriptCommands } from "./scripts";

const commands = { ...dataCommands, ...scriptCommands };

type Queue = { commands: ((keys: Keyspace) => Reply)[]; isRefused: boolean };

/** Answers the commands of one client, in their order, and keeps its transaction. */
class Connection {
  readonly #keys: Keyspace;
  #queue: Queue | null = null;

  constructor(keys: Keyspace) {
    this.#keys = keys;
  }

  answer(words: Bytes[]): Reply {
    const name = words.length === 1 ? words[0]?.toLowerCase() : "";
    if (name === "multi") return this.#begin();
    if (name === "exec") return this.#execute(this.#taken());
    if (name === "discard") return this.#taken() ? OK : new RedisError("ERR DISCARD without MULTI");
    const command = prepareCommand(commands, words);
    if (!this.#queue) return command instanceof RedisError ? command : command(this.#keys);
    if (command instanceof RedisError) {
      this.#queue.isRefused = true;
      return command;
    }
    this.#queue.commands.push(command);
    return new Status("QUEUED");
  }

  #begin(): Reply {
    if (this.#queue) return new RedisError("ERR MULTI calls can not be nested");
    this.#queue = { commands: [], isRefused: false };
    return OK;
  }

  #taken(): Queue | null {
    const queue = this.#queue;
    this.#queue = null;
    return queue;
  }

  #execute(queue: Queue | null): Reply {
    if (!queue) return new RedisError("ERR EXEC without MULTI");
    if (queue.isRefused) return new RedisError("EXECABORT Transaction discarded because of previous errors.");
    return queue.commands.map((run) => run(this.#keys));
  }
}

export function serve(socket: Socket, keys: Keyspace) {
  const reader = new CommandReader();
  const connection = new Connection(keys);
  // The client is gone, so nothing waits for an answer any more.
  socket.on("error", () => socket.destroy());
  socket.setNoDelay(true);
  socket.on("data", (bytes) => {
    try {
      const answers = reader.read(bytes).map((words) => encodeReply(connection.answer(words)));
      socket.write(answers.join(""), "latin1");
    } catch (error) {
      if (!(error instanceof RedisError)) throw error;
      socket.end(encodeReply(error), "latin1");
    }
  });
}
