import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/**
 * A TCP proxy in front of PostgreSQL that makes every round trip `roundTripMs` longer: what clients send is passed on
 * that much later, in order, and answers at once. So "2 ms of network" are 2 ms between a question and its answer,
 * however long the answer takes by itself. `close` ends its connections.
 */
export async function delayProxy(databaseUrl: string, roundTripMs: number) {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (client) => {
    const upstream = connect({ port: Number(target.port), host: target.hostname, noDelay: true });
    // Timers of one length fire in the order they were set.
    client.on("data", (data) => setTimeout(() => upstream.write(data), roundTripMs));
    upstream.on("data", (data) => client.write(data));
    for (const [socket, other] of [[client, upstream] as const, [upstream, client] as const]) {
      sockets.add(socket);
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");
  const url = new URL(databaseUrl);
  url.port = String(address.port);
  const close = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { url: url.href, close };
}
