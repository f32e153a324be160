import { once } from "node:events";
import { connect, isIP, type Socket } from "node:net";
import { Duplex } from "node:stream";
import { connect as connectTls } from "node:tls";
import { startupMessageIn } from "./startup-message";
import { type ServerError, WireReader } from "./wire-reader";

/** What the driver has read from the address of the database. */
export type Address = {
  host: string[];
  port: number[];
  path?: string | false | undefined;
  ssl: unknown;
  sslnegotiation?: unknown;
};

type Options = {
  /** How long PostgreSQL may owe an answer without sending a byte; null: for ever. */
  answersWithinMs: number | null;
  onServerError: (code: string) => void;
  /** The connections of the same pool. */
  pool: Set<WatchedSocket>;
};

const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);
const ACCEPTS_TLS = "S".charCodeAt(0);
const READ_ONLY = "25006";
const KEEP_ALIVE_MS = 60_000;

/** By the driver's own names: only these two ask who the server is. */
const trusts = (ssl: unknown) => ssl !== true && ssl !== "verify-full" && typeof ssl !== "object";

function lost(code: string, message: string) {
  return Object.assign(new Error(message), { code });
}

/** A TCP connection to one of the hosts, encrypted where the address asks for it. */
async function open({ host, port, path, ssl, sslnegotiation }: Address, attempt: number, signal: AbortSignal) {
  const at = attempt % host.length;
  const tcp = { host: host[at] ?? "localhost", port: port[at] ?? 5432, noDelay: true };
  const keepAlive = { keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE_MS };
  const socket: Socket = connect({ ...(path ? { path } : { ...tcp, ...keepAlive }), signal });
  await once(socket, "connect");
  if (!ssl) return socket;
  const isDirect = sslnegotiation === "direct";
  if (!isDirect) {
    socket.write(SSL_REQUEST);
    const [answer] = (await once(socket, "data")) as [Buffer];
    if (answer[0] !== ACCEPTS_TLS) {
      if (ssl === "prefer") return socket;
      socket.destroy();
      throw lost("CONNECTION_WITHOUT_TLS", "the database server does not speak TLS, which its address asks for");
    }
  }
  const name = host[at] ?? "";
  const encrypted = connectTls({
    socket,
    ...(isIP(name) ? {} : { servername: name }),
    ...(isDirect ? { ALPNProtocols: ["postgresql"] } : {}),
    rejectUnauthorized: !trusts(ssl),
    ...(typeof ssl === "object" ? ssl : {}),
  });
  await once(encrypted, "secureConnect");
  return encrypted;
}

/**
 * The driver's connection to PostgreSQL, closed here where it would wait for ever or go wrong: when the server owes an
 * answer and is silent, as after a failover that nobody announced; when the server only reads, as a standby does; and
 * when a query fails between its rows, after which the driver would put empty rows before the next result.
 */
export class WatchedSocket extends Duplex {
  static #attempts = 0;
  readonly #options: Options;
  readonly #opening: Promise<Socket | null>;
  readonly #reader = new WireReader();
  readonly #closing = new AbortController();
  #socket: Socket | null = null;
  #hasWritten = false;
  #timer: NodeJS.Timeout | null = null;
  /** When the last byte came, or a question was sent while nothing was owed. By the clock of `performance.now()`. */
  #lastHeard = 0;

  constructor(address: Address, options: Options) {
    super();
    this.#options = options;
    options.pool.add(this);
    this.#opening = open(address, WatchedSocket.#attempts++, this.#closing.signal).then(
      (socket) => this.#attach(socket),
      (error: Error) => {
        this.destroy(error);
        return null;
      },
    );
  }

  /** As of a `net.Socket`: the driver asks before it says goodbye. */
  get readyState() {
    if (this.destroyed) return "closed";
    return this.#socket ? "open" : "opening";
  }

  #attach(socket: Socket) {
    this.#socket = socket;
    socket.on("data", (chunk: Buffer) => this.#hear(chunk));
    socket.on("error", (error) => this.destroy(error));
    socket.on("end", () => this.push(null));
    socket.on("close", () => this.destroy());
    return socket;
  }

  #hear(chunk: Buffer) {
    this.#lastHeard = performance.now();
    const failure = this.#reader.read(chunk);
    if (failure) this.#options.onServerError(failure.code);
    if (failure && (failure.code === READ_ONLY || failure.isBetweenRows)) return this.destroy(asError(failure));
    if (!this.push(chunk)) this.#socket?.pause();
  }

  #watch() {
    const { answersWithinMs } = this.#options;
    if (this.#timer || answersWithinMs === null) return;
    const left = Math.max(1, this.#lastHeard + answersWithinMs - performance.now());
    // Where this process itself was held up, what has come meanwhile is read before it is judged.
    this.#timer = setTimeout(() => setImmediate(() => this.#judge(answersWithinMs)), left);
  }

  #judge(answersWithinMs: number) {
    this.#timer = null;
    if (this.destroyed || !this.#reader.isOwed) return;
    if (performance.now() - this.#lastHeard < answersWithinMs) return this.#watch();
    // What befell this one has befallen those, too, that lie idle and were not heard of since it was asked.
    for (const other of this.#options.pool) {
      if (!other.#reader.isOwed && other.#lastHeard <= this.#lastHeard) other.destroy();
    }
    this.destroy(lost("CONNECTION_SILENT", `the database was silent for ${answersWithinMs} ms`));
  }

  override _write(written: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void) {
    const chunk = this.#hasWritten ? written : startupMessageIn(written);
    this.#hasWritten = true;
    if (!this.#reader.isOwed) this.#lastHeard = performance.now();
    this.#reader.wrote(chunk);
    this.#watch();
    if (this.#socket) this.#socket.write(chunk, done);
    else this.#opening.then((socket) => socket?.write(chunk, done));
  }

  override _read() {
    this.#socket?.resume();
  }

  override _final(done: () => void) {
    // Whoever is silent answers no goodbye either.
    this.#socket?.end(() => this.destroy());
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void) {
    if (this.#timer) clearTimeout(this.#timer);
    this.#options.pool.delete(this);
    this.#closing.abort();
    this.#socket?.destroy();
    done(error);
  }
}

function asError({ code, message }: ServerError) {
  return Object.assign(new Error(message), { code });
}
