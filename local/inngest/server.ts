import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { Backoff } from "./backoff";
import { Executor } from "./executor";
import { createHttpServer } from "./http";

type Options = {
  /** Where the journal is kept. */
  dir: string;
  /** 0 takes any free port. */
  port: number;
  /** The app's Inngest endpoint, such as `http://localhost:3000/api/inngest`. It may come up later. */
  appUrl: string;
  backoff?: Backoff;
};

/** Starts a durable executor that speaks the Inngest SDK's protocol, on loopback only. */
export async function startInngest({ dir, port, appUrl, backoff }: Options) {
  let url = "";
  const executor = new Executor(new URL(appUrl), () => url, backoff);
  await executor.store.open(dir);
  const server = createHttpServer(executor);
  try {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
  } catch (error) {
    await executor.close();
    throw error;
  }
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  executor.registration.start();
  return {
    url,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await executor.close();
    },
  };
}
