import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { log } from "@/lib/log";
import { Api } from "./api";
import { StripeControl } from "./control";
import { handleControl } from "./control-routes";
import { Faults } from "./faults";
import { handlePayPage } from "./pay-routes";
import { Store } from "./store";
import { Timers } from "./timers";
import { Webhooks } from "./webhooks";

type Options = {
  /** Where the journal is kept. */
  dir: string;
  /** 0 takes any free port. */
  port: number;
  /** Events are posted to its `/api/stripe/webhook`. It may come up later. */
  appUrl: string;
  key: string;
  webhookSecret: string;
};

export type LocalStripe = {
  url: string;
  env: { STRIPE_SECRET_KEY: string; STRIPE_WEBHOOK_SECRET: string; STRIPE_API_BASE: string };
  control: StripeControl;
  close(): Promise<void>;
};

/** Whether a page of another site sent the request: only browsers send an origin. */
const isForeign = ({ headers }: IncomingMessage) =>
  headers.origin !== undefined && headers.origin !== `http://${headers.host}`;

/** Starts the part of Stripe that the application uses, on loopback only. What it has acknowledged is on disk. */
export async function startStripe({ dir, port, appUrl, key, webhookSecret }: Options): Promise<LocalStripe> {
  let url = "";
  const store = await Store.open(dir);
  const faults = new Faults();
  const timers = new Timers(store);
  const webhooks = new Webhooks(store, faults, { url: `${appUrl}/api/stripe/webhook`, secret: webhookSecret });
  const api = new Api({ store, faults, baseUrl: () => url, key });
  const control = new StripeControl(store, faults, api.calls);
  const plan = () => {
    timers.plan();
    webhooks.plan();
  };
  store.onCommitted = plan;

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? "/", "http://stripe");
    if (isForeign(request)) return void response.writeHead(403).end();
    if (pathname.startsWith("/v1/")) return api.handle(request, response);
    if (pathname.startsWith("/pay/")) return handlePayPage(store, request, response);
    const answer = await handleControl(control, request);
    if (!answer) return void response.writeHead(404, { "content-type": "application/json" }).end("{}");
    response.writeHead(answer.status, { "content-type": "application/json" }).end(answer.body);
  };
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      log.error("stripe.request.failed", { message: error instanceof Error ? error.message : String(error) });
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  try {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
  } catch (error) {
    await store.close();
    throw error;
  }
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  plan();
  return {
    url,
    env: { STRIPE_SECRET_KEY: key, STRIPE_WEBHOOK_SECRET: webhookSecret, STRIPE_API_BASE: url },
    control,
    async close() {
      timers.close();
      webhooks.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await store.close();
    },
  };
}
