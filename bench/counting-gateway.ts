import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";

export type CountingGateway = Awaited<ReturnType<typeof countingGateway>>;

/** In front of a Redis that speaks REST: counts requests, and the commands in them. */
export async function countingGateway(target: { url: string; token: string }) {
  let requests = 0;
  let commands = 0;

  async function forward(request: IncomingMessage) {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    requests += 1;
    const path = request.url ?? "/";
    commands += path === "/" ? 1 : JSON.parse(body.toString()).length;
    const headers = new Headers({ authorization: `Bearer ${target.token}`, "content-type": "application/json" });
    const encoding = request.headers["upstash-encoding"];
    if (typeof encoding === "string") headers.set("upstash-encoding", encoding);
    const response = await fetch(new URL(path, target.url), { method: "POST", headers, body });
    return { status: response.status, text: await response.text() };
  }

  const server = createServer((request, response) => {
    forward(request).then(
      ({ status, text }) => response.writeHead(status, { "content-type": "application/json" }).end(text),
      () => response.writeHead(502).end(),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the gateway has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests: () => requests,
    commands: () => commands,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
