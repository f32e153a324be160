import { once } from "node:events";
import { createServer } from "node:http";
import { z } from "zod";

const sent = z.union([z.array(z.object({ id: z.string().optional() })), z.object({ id: z.string().optional() })]);

/**
 * An Inngest that accepts every event and runs nothing. Sending is part of a booking's cost for its server; running
 * functions happens elsewhere, and would distort the measurement.
 */
export async function openEventSink() {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const events = sent.safeParse(chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : []);
    const ids = [events.data ?? []].flat().map((event) => event.id ?? crypto.randomUUID());
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ ids, status: 200 }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the event sink has no port");
  return { url: `http://127.0.0.1:${address.port}`, close: () => void server.close() };
}
