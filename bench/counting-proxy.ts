import { once } from "node:events";
import { connect, createServer } from "node:net";

/**
 * A TCP proxy in front of PostgreSQL that counts the messages clients send, as no message means the database did
 * nothing, and the queries among them: Execute of the extended protocol, and simple ones.
 */
export async function countingProxy(databaseUrl: string) {
  const target = new URL(databaseUrl);
  let messages = 0;
  let queries = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    const count = queryCounter(() => {
      queries += 1;
    });
    client.on("data", (data: Buffer) => {
      messages += 1;
      count(data);
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
  return { url: url.href, messages: () => messages, queries: () => queries, close: () => server.close() };
}

const EXECUTE = "E".charCodeAt(0);
const SIMPLE_QUERY = "Q".charCodeAt(0);

/** Reads one connection's frontend messages: a type byte and a length, but for the first, which has no type. */
function queryCounter(onQuery: () => void) {
  let rest = Buffer.alloc(0);
  let isStarted = false;
  return (data: Buffer) => {
    rest = Buffer.concat([rest, data]);
    for (;;) {
      const typeBytes = isStarted ? 1 : 0;
      if (rest.length < typeBytes + 4) return;
      const size = typeBytes + rest.readUInt32BE(typeBytes);
      if (rest.length < size) return;
      if (isStarted && (rest[0] === EXECUTE || rest[0] === SIMPLE_QUERY)) onQuery();
      isStarted = true;
      rest = rest.subarray(size);
    }
  };
}
