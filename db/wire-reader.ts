/** What PostgreSQL said when it refused a statement. `isBetweenRows`: it had sent some already, outside a transaction. */
export type ServerError = { code: string; message: string; isBetweenRows: boolean };

const HEADER = 5;
const type = (letter: string) => letter.charCodeAt(0);
const [QUERY, SYNC] = [type("Q"), type("S")];
const [READY, ROW, COMPLETE, ERROR] = [type("Z"), type("D"), type("C"), type("E")];
const IDLE = type("I");

/** Follows both sides of one connection, message by message: https://www.postgresql.org/docs/current/protocol.html. */
export class WireReader {
  /** Answers that are still to be finished by a "ready for query". */
  #owed = 0;
  #hasUnansweredWrite = false;
  #hasStarted = false;
  #hasRows = false;
  #isInTransaction = false;
  /** The beginning of a message whose rest has not come yet. */
  #rest = Buffer.alloc(0);
  /** Bytes of a long message that nobody has to see. */
  #skip = 0;

  /** Whether the server has to say something. */
  get isOwed() {
    return this.#owed > 0 || this.#hasUnansweredWrite;
  }

  /** Takes what was sent to the server: whole messages, as the driver writes them. */
  wrote(chunk: Buffer) {
    this.#hasUnansweredWrite = true;
    if (!this.#hasStarted) {
      // The first message has no type, and is answered once the session is ready.
      this.#hasStarted = true;
      this.#owed += 1;
      return;
    }
    for (let at = 0; at + HEADER <= chunk.length; at += 1 + chunk.readUInt32BE(at + 1)) {
      if (chunk[at] === QUERY || chunk[at] === SYNC) this.#owed += 1;
    }
  }

  /** Takes what came from the server, cut anywhere. Returns the last error in it. */
  read(chunk: Buffer): ServerError | null {
    this.#hasUnansweredWrite = false;
    let error: ServerError | null = null;
    const skipped = Math.min(this.#skip, chunk.length);
    this.#skip -= skipped;
    let data = skipped > 0 ? chunk.subarray(skipped) : chunk;
    if (this.#rest.length > 0) data = Buffer.concat([this.#rest, data]);
    let at = 0;
    while (at + HEADER <= data.length) {
      const end = at + 1 + data.readUInt32BE(at + 1);
      const isShort = data[at] === READY || data[at] === ERROR;
      if (end > data.length && isShort) break;
      error = this.#message(data.subarray(at, Math.min(end, data.length))) ?? error;
      if (end > data.length) this.#skip = end - data.length;
      at = Math.min(end, data.length);
    }
    this.#rest = at < data.length ? Buffer.from(data.subarray(at)) : Buffer.alloc(0);
    return error;
  }

  #message(message: Buffer): ServerError | null {
    switch (message[0]) {
      case ROW:
        this.#hasRows = true;
        return null;
      case COMPLETE:
        this.#hasRows = false;
        return null;
      case READY:
        this.#owed = Math.max(0, this.#owed - 1);
        this.#hasRows = false;
        this.#isInTransaction = message[HEADER] !== IDLE;
        return null;
      case ERROR:
        return { ...fieldsOf(message), isBetweenRows: this.#hasRows && !this.#isInTransaction };
      default:
        return null;
    }
  }
}

function fieldsOf(message: Buffer) {
  const fields = new Map(
    message
      .toString("utf8", HEADER)
      .split("\0")
      .map((field) => [field[0], field.slice(1)]),
  );
  return { code: fields.get("C") ?? "", message: fields.get("M") ?? "" };
}
