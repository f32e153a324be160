type Close = () => Promise<void> | void;

/** What has to be closed when this process ends, however it ends, last opened first. */
export class Shutdown {
  readonly #closers: Close[] = [];
  #ending: Promise<never> | null = null;

  constructor() {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void this.end(0));
    // Whoever read the output is gone. Unhandled, each line about it would be the next error, for ever.
    for (const stream of [process.stdout, process.stderr]) stream.on("error", () => void this.end(1));
    const crash = (error: unknown) => {
      console.error(error instanceof Error ? (error.stack ?? error.message) : error);
      void this.end(1);
    };
    process.on("uncaughtException", crash);
    process.on("unhandledRejection", crash);
  }

  /** True from the first reason to end on: what stops now is meant to. */
  get begun(): boolean {
    return this.#ending !== null;
  }

  add(close: Close) {
    this.#closers.push(close);
  }

  /** Says what went wrong, unless that is only what ending brings with it, and ends. */
  fail(error: unknown): Promise<never> {
    if (!this.begun) console.error(error instanceof Error ? error.message : error);
    return this.end(1);
  }

  /** Closes everything once, then exits. */
  end(code: number): Promise<never> {
    this.#ending ??= this.#close(code);
    return this.#ending;
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
