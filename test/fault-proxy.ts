import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

export type CommitFault = "before-commit" | "after-commit" | "never";

/**
 * A TCP proxy in front of PostgreSQL that cuts a connection around its COMMIT: before the server sees it, or after
 * the server has answered and before the client gets the answer.
 */
export async function faultProxy(databaseUrl: string) {
  const target = new URL(databaseUrl);
  let cut: CommitFault = "never";
  let cuts = 0;

  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    let isCommitting = false;
    const end = () => {
      cuts += 1;
      client.destroy();
      upstream.destroy();
    };
    const isCommit = (data: Buffer) => data.toString("latin1").toLowerCase().includes("commit\0");
    client.on("data", (data) => {
      if (cut !== "never" && isCommit(data)) {
        if (cut === "before-commit") return end();
        isCommitting = true;
      }
      upstream.write(data);
    });
    upstream.on("data", (data) => {
      if (isCommitting) return end();
      client.write(data);
    });
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] satisfies [Socket, Socket][]) {
      socket.on("error", () => other.destroy());
      socket.on("close", () => other.destroy());
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");

  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String(address.port);
  return {
    url: url.href,
    cutNext: (where: CommitFault) => {
      cut = where;
    },
    cuts: () => cuts,
    close: () => server.close(),
  };
}
