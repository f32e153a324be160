import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { type SecureContextOptions, TLSSocket } from "node:tls";

const SSL_REQUEST = 80_877_103;
/** The end of a ReadyForQuery message whose connection is in a transaction. */
const IN_TRANSACTION = Buffer.from([0, 0, 0, 5, "T".charCodeAt(0)]);

type Pair = { client: Socket; upstream: Socket; isInTransaction: boolean };

/**
 * A TCP proxy in front of PostgreSQL whose connections can fall silent, as in an unannounced failover: the server's side
 * is closed, so that its locks are released, and the client's stays open without an answer. With `tls` it requires TLS
 * from clients. `close` ends its connections and refuses new ones until `listen`.
 */
export async function silentProxy(databaseUrl: string, tls?: SecureContextOptions) {
  const target = new URL(databaseUrl);
  const pairs = new Set<Pair>();
  const silenced = new Set<Socket>();
  let onWork: ((pair: Pair) => void) | null = null;

  const server = createServer({ noDelay: true }, (socket) => {
    socket.on("error", () => {});
    if (!tls) return pass(socket);
    socket.once("data", (asked) => {
      if (asked.readUInt32BE(4) !== SSL_REQUEST) throw new Error("this client asks for no TLS");
      socket.write("S");
      const encrypted = new TLSSocket(socket, { isServer: true, ...tls });
      encrypted.on("error", () => {});
      pass(encrypted);
    });
  });

  function pass(client: Socket) {
    const upstream = connect({ port: Number(target.port), host: target.hostname, noDelay: true });
    const pair = { client, upstream, isInTransaction: false };
    pairs.add(pair);
    client.on("data", (data) => {
      // A client waits for the answer to this one, in the middle of a transaction.
      if (pair.isInTransaction) onWork?.(pair);
      if (pairs.has(pair)) upstream.write(data);
    });
    upstream.on("data", (data: Buffer) => {
      pair.isInTransaction = data.subarray(-IN_TRANSACTION.length).equals(IN_TRANSACTION);
      client.write(data);
    });
    for (const [one, other] of [[client, upstream] as const, [upstream, client] as const]) {
      one.on("error", () => {});
      one.on("close", () => {
        // One that has fallen silent is in no pair any more.
        if (pairs.delete(pair)) other.destroy();
      });
    }
  }

  function fallSilent(pair: Pair) {
    pairs.delete(pair);
    silenced.add(pair.client);
    pair.upstream.destroy();
  }

  async function listen(port = 0) {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("the proxy has no port");
    return address.port;
  }

  const url = new URL(databaseUrl);
  url.hostname = "localhost";
  url.port = String(await listen());

  return {
    url: url.href,
    /** Silences every connection of this moment; those that come later work. */
    silence() {
      for (const pair of pairs) fallSilent(pair);
    },
    /** Waits until a connection asks something in a transaction; then that one falls silent, or all that are there. */
    silenceAtWork(which: "one" | "all"): Promise<void> {
      return new Promise((resolve) => {
        onWork = (pair) => {
          onWork = null;
          for (const one of which === "one" ? [pair] : pairs) fallSilent(one);
          resolve();
        };
      });
    },
    /** The number of open connections. */
    connections: () => pairs.size,
    listen: () => listen(Number(url.port)),
    close() {
      server.close();
      for (const { client, upstream } of pairs) {
        client.destroy();
        upstream.destroy();
      }
      for (const client of silenced) client.destroy();
    },
  };
}
