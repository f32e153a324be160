import { once } from "node:events";
import { connect, createServer } from "node:net";

/** A TCP proxy in front of PostgreSQL that counts the messages clients send: none means the database did nothing. */
export async function countingProxy(databaseUrl: string) {
  const target = new URL(databaseUrl);
  let messages = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    client.on("data", (data) => {
      messages += 1;
      upstream.write(data);
    });
    upstream.on("data", (data) => client.write(data));
    for (const [socket, other] of [[client, upstream] as const, [upstream, client] as const]) {
      socket.on("error", () => other.destroy());
      socket.on("close", () => other.destroy());
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");
  const url = new URL(databaseUrl);
  url.port = String(address.port);
  return { url: url.href, messages: () => messages, close: () => server.close() };
}
