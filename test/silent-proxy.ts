import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { type SecureContextOptions, TLSSocket } from "node:tls";

const SSL_REQUEST = 80_877_103;

/**
 * A TCP proxy in front of PostgreSQL whose connections can fall silent, as in a failover that nobody announces: the
 * server's side is closed, which ends its sessions, and the client's stays open and says nothing. With `tls` it speaks
 * TLS to clients that ask for it. `close` ends its connections, and nobody can connect until `listen`.
 */
export async function silentProxy(databaseUrl: string, tls?: SecureContextOptions) {
  const target = new URL(databaseUrl);
  const pairs = new Set<{ client: Socket; upstream: Socket }>();

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
    const pair = { client, upstream };
    pairs.add(pair);
    client.on("data", (data) => upstream.write(data));
    upstream.on("data", (data) => client.write(data));
    for (const [one, other] of [[client, upstream] as const, [upstream, client] as const]) {
      one.on("error", () => {});
      one.on("close", () => {
        // One that has fallen silent is in no pair any more.
        if (pairs.delete(pair)) other.destroy();
      });
    }
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
  const silenced = new Set<Socket>();

  return {
    url: url.href,
    /** Silences every connection of this moment; those that come later work. */
    silence() {
      for (const pair of pairs) {
        pairs.delete(pair);
        silenced.add(pair.client);
        pair.upstream.destroy();
      }
    },
    /** How many connections pass. */
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
