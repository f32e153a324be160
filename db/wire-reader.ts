/** PostgreSQL's error for a statement. */
export type ServerError = {
  code: string;
  message: string;
  /** Rows of it had been sent already, outside a transaction. */
  isBetweenRows: boolean;
  /** No other answer was pending, so the error belongs to no other statement. */
  isAlone: boolean;
  /** Where its message begins in what was read; 0 where it began before. */
  at: number;
};

/** The key of a cancel request. */
export type BackendKey = { pid: number; secret: Buffer };

const HEADER = 5;
const type = (letter: string) => letter.charCodeAt(0);
const [QUERY, SYNC] = [type("Q"), type("S")];
const [READY, ROW, COMPLETE, ERROR, KEY] = [type("Z"), type("D"), type("C"), type("E"), type("K")];
const IDLE = type("I");

/** Follows both sides of one connection, message by message: https://www.postgresql.org/docs/current/protocol.html. */
export class WireReader {
  /** Null until the server has sent it. */
  key: BackendKey | null = null;
  /** Answers without their "ready for query" so far. */
  #pendingAnswers = 0;
  #hasUnansweredWrite = false;
  #hasStarted = false;
  #isReady = false;
  /** Whether the server has not finished a statement, such as a cursor whose rows are read step by step. */
  #isAsking = false;
  #hasRows = false;
  #isInTransaction = false;
  /** The beginning of an incomplete message. */
  #rest = Buffer.alloc(0);
  /** Bytes of a long message to skip. */
  #skip = 0;

  /** Whether an answer of the server is pending. */
  get isAwaitingAnswer() {
    return this.#pendingAnswers > 0 || this.#hasUnansweredWrite;
  }

  /** Whether the session has begun. */
  get isReady() {
    return this.#isReady;
  }

  /** Whether the session is unused. */
  get isIdle() {
    return this.#isReady && !this.#isAsking && !this.#isInTransaction;
  }

  /** Takes what was sent to the server: whole messages, as the driver writes them. */
  recordWrite(chunk: Buffer) {
    this.#hasUnansweredWrite = true;
    this.#isAsking = true;
    if (!this.#hasStarted) {
      // The first message has no type, and is answered once the session is ready.
      this.#hasStarted = true;
      this.#pendingAnswers += 1;
      return;
    }
    for (let at = 0; at + HEADER <= chunk.length; at += 1 + chunk.readUInt32BE(at + 1)) {
      if (chunk[at] === QUERY || chunk[at] === SYNC) this.#pendingAnswers += 1;
    }
  }

  /** Takes what came from the server, cut anywhere. Returns the last error in it. */
  read(chunk: Buffer): ServerError | null {
    this.#hasUnansweredWrite = false;
    let error: ServerError | null = null;
    const skipped = Math.min(this.#skip, chunk.length);
    this.#skip -= skipped;
    let data = skipped > 0 ? chunk.subarray(skipped) : chunk;
    const before = this.#rest.length - skipped;
    if (this.#rest.length > 0) data = Buffer.concat([this.#rest, data]);
    let at = 0;
    while (at + HEADER <= data.length) {
      const end = at + 1 + data.readUInt32BE(at + 1);
      // Of long messages only the type is looked at.
      const isShort = data[at] === READY || data[at] === ERROR || data[at] === KEY;
      if (end > data.length && isShort) break;
      const failure = this.#message(data.subarray(at, Math.min(end, data.length)));
      if (failure) error = { ...failure, at: Math.max(0, at - before) };
      if (end > data.length) this.#skip = end - data.length;
      at = Math.min(end, data.length);
    }
    this.#rest = at < data.length ? Buffer.from(data.subarray(at)) : Buffer.alloc(0);
    return error;
  }

  #message(message: Buffer): Omit<ServerError, "at"> | null {
    switch (message[0]) {
      case KEY:
        this.key = { pid: message.readUInt32BE(HEADER), secret: Buffer.from(message.subarray(HEADER + 4)) };
        return null;
      case ROW:
        this.#hasRows = true;
        return null;
      case COMPLETE:
        this.#hasRows = false;
        return null;
      case READY:
        this.#pendingAnswers = Math.max(0, this.#pendingAnswers - 1);
        this.#isReady = true;
        this.#isAsking = this.#pendingAnswers > 0;
        this.#hasRows = false;
        this.#isInTransaction = message[HEADER] !== IDLE;
        return null;
      case ERROR:
        return {
          ...parseErrorFields(message),
          isBetweenRows: this.#hasRows && !this.#isInTransaction,
          isAlone: this.#pendingAnswers <= 1,
        };
      default:
        return null;
    }
  }
}

function parseErrorFields(message: Buffer) {
  const fields = new Map(
    message
      .toString("utf8", HEADER)
      .split("\0")
      .map((field) => [field[0], field.slice(1)]),
  );
  return { code: fields.get("C") ?? "", message: fields.get("M") ?? "" };
}
