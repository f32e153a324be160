import { createServer } from "node:net";

function tryListen(port: number, host: string): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      // A machine without IPv6 has nobody listening there.
      resolve(error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT" ? port : null);
    });
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const bound = typeof address === "object" && address ? address.port : port;
      server.close(() => resolve(bound));
    });
  });
}

/**
 * A port nobody listens on: `preferred`, or the next free one after it; 0 means any.
 * Both loopback addresses are tried, because "localhost" may mean either.
 */
export async function freePort(preferred: number, taken: ReadonlySet<number> = new Set()): Promise<number> {
  for (let port = preferred; port < 65_536; port += 1) {
    if (taken.has(port) && port !== 0) continue;
    const bound = await tryListen(port, "127.0.0.1");
    if (bound !== null && (await tryListen(bound, "::1")) !== null) return bound;
    if (port === 0) port -= 1;
  }
  throw new Error(`No free port from ${preferred} on.`);
}

/** Hands out free ports, no port twice. */
export class Ports {
  readonly #taken = new Set<number>();
  /** Sentences about ports that were busy. */
  readonly moved: string[] = [];

  constructor(readonly anyFree: boolean) {}

  async take(name: string, port: number): Promise<number> {
    const free = await freePort(this.anyFree ? 0 : port, this.#taken);
    this.#taken.add(free);
    if (!this.anyFree && free !== port) this.moved.push(`Port ${port} is busy: ${name} listens on ${free}.`);
    return free;
  }
}
