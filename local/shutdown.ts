type Close = () => Promise<void> | void;

/** A Ctrl-C comes twice: from the terminal, which signals every process in the foreground, and from npm, which passes it on. */
const SAME_SIGNAL_MS = 1_000;

/** Closes everything when this process ends, however it ends, in reverse order of opening. */
export class Shutdown {
  readonly #closers: Close[] = [];
  readonly #impatience = new AbortController();
  #ending: Promise<never> | null = null;
  #signalledAt: number | null = null;

  constructor() {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => this.#signalled());
    // The reader of the output is gone. Unhandled, each line about that would cause the next error, for ever.
    for (const stream of [process.stdout, process.stderr]) stream.on("error", () => void this.end(1));
    const crash = (error: unknown) => {
      console.error(error instanceof Error ? (error.stack ?? error.message) : error);
      void this.end(1);
    };
    process.on("uncaughtException", crash);
    process.on("unhandledRejection", crash);
  }

  /** True once the shutdown has begun: processes that stop now are meant to. */
  get isShuttingDown(): boolean {
    return this.#ending !== null;
  }

  /** Aborts with the second signal, which ends all waiting. */
  get forceSignal(): AbortSignal {
    return this.#impatience.signal;
  }

  add(close: Close) {
    this.#closers.push(close);
  }

  /** Reports an error, unless the shutdown itself caused it, and ends. */
  fail(error: unknown): Promise<never> {
    if (!this.isShuttingDown) console.error(error instanceof Error ? error.message : error);
    return this.end(1);
  }

  /** Closes everything once, then exits. */
  end(code: number): Promise<never> {
    this.#ending ??= this.#close(code);
    return this.#ending;
  }

  #signalled() {
    this.#signalledAt ??= performance.now();
    if (performance.now() - this.#signalledAt > SAME_SIGNAL_MS) this.#impatience.abort();
    void this.end(0);
  }

  async #close(code: number): Promise<never> {
    let close = this.#closers.pop();
    while (close) {
      try {
        await close();
      } catch (error) {
        console.error(error);
      }
      close = this.#closers.pop();
    }
    process.exit(code);
  }
}
