import type { Socket } from "node:net";
import { Duplex } from "node:stream";
import { connectionLostError } from "./errors";
import { openConnection, type ServerAddress } from "./server-address";
import { extractStartupMessage } from "./startup-message";
import { type BackendKey, type ServerError, WireReader } from "./wire-reader";

/** What the connections of one pool share. */
export type WatchedPool = {
  address: ServerAddress;
  /** How long PostgreSQL may stay silent while an answer is pending; null: for ever. */
  responseTimeoutMs: number | null;
  onServerError: (code: string) => void;
  sockets: Set<WatchedSocket>;
  /** The index of the host to connect to; advances when one is unreachable or read-only. */
  hostIndex: number;
};

const READ_ONLY = "25006";
const CANCEL_REQUEST = 80_877_102;
const CANCEL_TIMEOUT_MS = 3_000;

/**
 * The driver's connection to PostgreSQL, which is closed here where the driver would wait for ever or go wrong: when the
 * server is silent while an answer is pending, as after an unannounced failover; when the server is read-only, as a
 * standby is; and when a query fails between its rows, after which the driver would put empty rows before the next result.
 */
export class WatchedSocket extends Duplex {
  readonly #pool: WatchedPool;
  readonly #opening: Promise<Socket | null>;
  readonly #reader = new WireReader();
  readonly #closing = new AbortController();
  #socket: Socket | null = null;
  #hasWritten = false;
  #timer: NodeJS.Timeout | null = null;
  /** When the last byte came, or a question was sent while no answer was pending. By the clock of `performance.now()`. */
  #lastHeard = 0;

  constructor(pool: WatchedPool) {
    super();
    this.#pool = pool;
    pool.sockets.add(this);
    this.#opening = openConnection(pool.address, pool.hostIndex, this.#closing.signal).then(
      (socket) => this.#attach(socket),
      (error: Error) => {
        this.#leadsNowhere();
        this.destroy(error);
        return null;
      },
    );
  }

  /** As on a `net.Socket`: the driver checks it before it says goodbye. */
  get readyState() {
    if (this.destroyed) return "closed";
    return this.#socket ? "open" : "opening";
  }

  #leadsNowhere() {
    if (!this.#closing.signal.aborted) this.#pool.hostIndex += 1;
  }

  #attach(socket: Socket) {
    this.#socket = socket;
    socket.on("data", (chunk: Buffer) => this.#hear(chunk));
    socket.on("error", (error) => this.destroy(error));
    socket.on("end", () => this.#reader.isReady && this.push(null));
    // Before the session begins, without an error the driver would retry at once, for ever.
    const early = () =>
      connectionLostError("CONNECTION_CLOSED", "the database closed the connection before the session began");
    socket.on("close", () => this.destroy(this.#reader.isReady ? undefined : early()));
    return socket;
  }

  #hear(chunk: Buffer) {
    this.#lastHeard = performance.now();
    const failure = this.#reader.read(chunk);
    if (failure) this.#pool.onServerError(failure.code);
    if (failure?.code === READ_ONLY) this.#leadsNowhere();
    if (failure && (failure.code === READ_ONLY || failure.isBetweenRows)) {
      // Delivers the answers before it.
      if (failure.at > 0) this.push(chunk.subarray(0, failure.at));
      return this.destroy(
        failure.isAlone ? toServerError(failure) : connectionLostError("CONNECTION_FAILED", failure.message),
      );
    }
    if (!this.push(chunk)) this.#socket?.pause();
  }

  #watch() {
    const { responseTimeoutMs } = this.#pool;
    if (this.#timer || responseTimeoutMs === null) return;
    const left = Math.max(1, this.#lastHeard + responseTimeoutMs - performance.now());
    // If this process itself was blocked, reads the data that has arrived before it decides.
    this.#timer = setTimeout(() => setImmediate(() => this.#judge(responseTimeoutMs)), left);
  }

  #judge(answersWithinMs: number) {
    this.#timer = null;
    if (this.destroyed || !this.#reader.isAwaitingAnswer) return;
    if (performance.now() - this.#lastHeard < answersWithinMs) return this.#watch();
    // Idle connections that have not been heard from since are presumably lost, too.
    for (const other of this.#pool.sockets) {
      if (other.#reader.isIdle && other.#lastHeard <= this.#lastHeard) other.destroy();
    }
    if (this.#reader.key) cancelStatement(this.#pool, this.#reader.key);
    this.destroy(connectionLostError("CONNECTION_SILENT", `the database was silent for ${answersWithinMs} ms`));
  }

  override _write(written: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void) {
    const chunk = this.#hasWritten ? written : extractStartupMessage(written);
    this.#hasWritten = true;
    if (!this.#reader.isAwaitingAnswer) this.#lastHeard = performance.now();
    this.#reader.recordWrite(chunk);
    this.#watch();
    if (this.#socket) this.#socket.write(chunk, done);
    else this.#opening.then((socket) => socket?.write(chunk, done));
  }

  override _read() {
    this.#socket?.resume();
  }

  override _final(done: () => void) {
    // A silent server does not answer a goodbye either.
    this.#socket?.end(() => this.destroy());
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void) {
    if (this.#timer) clearTimeout(this.#timer);
    this.#pool.sockets.delete(this);
    this.#closing.abort();
    this.#socket?.destroy();
    done(error);
  }
}

/** Cancels the statement of an abandoned session, if the server is only slow; otherwise sessions would pile up. */
function cancelStatement({ address, hostIndex }: WatchedPool, { pid, secret }: BackendKey) {
  const request = Buffer.alloc(12 + secret.length);
  request.writeUInt32BE(request.length, 0);
  request.writeUInt32BE(CANCEL_REQUEST, 4);
  request.writeUInt32BE(pid, 8);
  secret.copy(request, 12);
  openConnection(address, hostIndex, AbortSignal.timeout(CANCEL_TIMEOUT_MS)).then(
    (socket) => {
      socket.on("error", () => {});
      socket.end(request);
    },
    () => {},
  );
}

function toServerError({ code, message }: ServerError) {
  return Object.assign(new Error(message), { code });
}
