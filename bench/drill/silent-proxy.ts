import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** The end of a ReadyForQuery message whose connection is in a transaction. */
const IN_TRANSACTION = Buffer.from([0, 0, 0, 5, "T".charCodeAt(0)]);

type Pair = { client: Socket; upstream: Socket; isInTransaction: boolean; isSilent: boolean };

/**
 * A TCP proxy in front of PostgreSQL whose connections can fall silent, as in a failover that nobody announces: the
 * server's side is closed, so that it lets go of its locks, and the client's stays open and hears nothing for ever.
 * New connections work.
 */
export async function silentProxy(databaseUrl: string) {
  const target = new URL(databaseUrl);
  const pairs = new Set<Pair>();
  let onWork: ((pair: Pair) => void) | null = null;

  const server = createServer({ noDelay: true }, (client) => {
    const upstream = connect({ port: Number(target.port), host: target.hostname, noDelay: true });
    const pair: Pair = { client, upstream, isInTransaction: false, isSilent: false };
    pairs.add(pair);
    client.on("data", (data) => {
      // Somebody waits for the answer to this one, and it is in the middle of a booking.
      if (pair.isInTransaction) onWork?.(pair);
      if (!pair.isSilent) upstream.write(data);
    });
    upstream.on("data", (data: Buffer) => {
      pair.isInTransaction = data.subarray(-IN_TRANSACTION.length).equals(IN_TRANSACTION);
      client.write(data);
    });
    const end = () => {
      if (!pair.isSilent) client.destroy();
    };
    upstream.on("error", end);
    upstream.on("close", end);
    client.on("error", () => upstream.destroy());
    client.on("close", () => {
      upstream.destroy();
      pairs.delete(pair);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");
  const url = new URL(databaseUrl);
  url.port = String(address.port);

  const fallSilent = (pair: Pair) => {
    pair.isSilent = true;
    pair.upstream.destroy();
  };

  /** Waits until a connection asks something in a transaction; then that one falls silent, or all that are there. */
  function silence(which: "one" | "all"): Promise<void> {
    return new Promise((resolve) => {
      onWork = (pair) => {
        onWork = null;
        for (const one of which === "one" ? [pair] : pairs) fallSilent(one);
        resolve();
      };
    });
  }

  const close = () => {
    server.close();
    for (const { client } of pairs) client.destroy();
  };
  return { url: url.href, silence, close };
}
