import { type Bytes, RedisError, type Reply, Status } from "./reply";

const CRLF = "\r\n";

/** Reads commands from a connection's bytes, which arrive in chunks of any size. */
export class CommandReader {
  #unread = Buffer.alloc(0);

  /** The commands that these bytes complete. */
  read(bytes: Buffer): Bytes[][] {
    this.#unread = Buffer.concat([this.#unread, bytes]);
    const commands: Bytes[][] = [];
    for (let found = this.#next(); found; found = this.#next()) {
      this.#unread = this.#unread.subarray(found.length);
      commands.push(found.command);
    }
    return commands;
  }

  #next(): { command: Bytes[]; length: number } | null {
    const count = this.#header("*", 0);
    if (!count) return null;
    const command: Bytes[] = [];
    let at = count.end;
    for (let index = 0; index < count.value; index += 1) {
      const size = this.#header("$", at);
      if (!size || this.#unread.length < size.end + size.value + CRLF.length) return null;
      command.push(this.#unread.toString("latin1", size.end, size.end + size.value));
      at = size.end + size.value + CRLF.length;
    }
    return { command, length: at };
  }

  /** A number behind its sign, such as `*3` or `$5`, on a line of its own; null while the line is incomplete. */
  #header(sign: string, at: number): { value: number; end: number } | null {
    const end = this.#unread.indexOf(CRLF, at);
    if (end < 0) return null;
    const line = this.#unread.toString("latin1", at, end);
    const value = Number(line.slice(1));
    if (line[0] !== sign || !Number.isInteger(value) || value < 0) throw new RedisError("ERR Protocol error");
    return { value, end: end + CRLF.length };
  }
}

/** An answer as it goes over the wire. */
export function encodeReply(reply: Reply): Bytes {
  if (reply === null) return `$-1${CRLF}`;
  if (typeof reply === "string") return `$${reply.length}${CRLF}${reply}${CRLF}`;
  if (reply instanceof Status) return `+${reply.text}${CRLF}`;
  if (reply instanceof RedisError) return `-${reply.message.replace(/[\r\n]+/g, " ")}${CRLF}`;
  if (Array.isArray(reply)) return `*${reply.length}${CRLF}${reply.map(encodeReply).join("")}`;
  return `:${reply}${CRLF}`;
}
