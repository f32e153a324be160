import { startEmail } from "./email";
import type { Service } from "./environment";
import { startInngest } from "./inngest/server";
import type { Ports } from "./ports";
import { startPostgres } from "./postgres";
import type { Child } from "./processes";
import { startRedis } from "./redis";
import { startRedisGateway } from "./redis-gateway";
import type { LocalState } from "./state";
import { startStripe } from "./stripe/start";

/** The ports of the local services, if they are free. */
const preferredPorts = {
  postgres: 54_320,
  redis: 63_790,
  gateway: 8079,
  smtp: 1025,
  inbox: 8025,
  inngest: 8288,
  stripe: 12_111,
};

type StartedService = {
  env: Record<string, string>;
  engine: string;
  url?: string;
  close(): Promise<void>;
};

export type Services = {
  env: Record<string, string>;
  engines: Partial<Record<Service, string>>;
  urls: { inbox?: string; inngest?: string; stripe?: string };
  close(): Promise<void>;
};

type Context = { state: LocalState; ports: Ports; appUrl: string; onChild: (child: Child) => void };
type ServiceStarter = (context: Context) => Promise<StartedService>;

const starters: Record<Service, ServiceStarter> = {
  async postgres({ state, ports, onChild }) {
    const port = await ports.take("PostgreSQL", preferredPorts.postgres);
    const password = state.secrets().postgresPassword;
    const log = state.log("postgres");
    const { url, ...local } = await startPostgres({ dir: state.path("postgres"), port, password, log, onChild });
    return { ...local, env: { DATABASE_URL: url, QUORIX_LOCAL_DATABASE: "true" } };
  },
  async redis({ state, ports, onChild }) {
    const redisPort = await ports.take("Redis", preferredPorts.redis);
    const redis = await startRedis({ port: redisPort, log: state.log("redis"), onChild });
    const token = state.secrets().redisToken;
    const port = await ports.take("the Redis gateway", preferredPorts.gateway);
    const gateway = await startRedisGateway({ redisPort: redis.port, port, token });
    return {
      env: { UPSTASH_REDIS_REST_URL: gateway.url, UPSTASH_REDIS_REST_TOKEN: token },
      engine: redis.engine,
      close: () => gateway.close().then(redis.close),
    };
  },
  async email({ state, ports }) {
    const smtpPort = await ports.take("SMTP", preferredPorts.smtp);
    const inboxPort = await ports.take("the email inbox", preferredPorts.inbox);
    const server = await startEmail({ dir: state.path("mail"), smtpPort, inboxPort });
    return { env: { SMTP_URL: server.smtpUrl }, engine: "local inbox", url: server.inboxUrl, close: server.close };
  },
  async inngest({ state, ports, appUrl }) {
    const port = await ports.take("Inngest", preferredPorts.inngest);
    const inngest = await startInngest({ dir: state.path("inngest"), port, appUrl: `${appUrl}/api/inngest` });
    return { env: { INNGEST_DEV: inngest.url }, engine: "local", url: inngest.url, close: inngest.close };
  },
  async stripe({ state, ports, appUrl }) {
    const port = await ports.take("test payments", preferredPorts.stripe);
    const { stripeKey: key, stripeWebhookSecret: webhookSecret } = state.secrets();
    const { env, url, close } = await startStripe({ dir: state.path("stripe"), port, appUrl, key, webhookSecret });
    return { env, engine: "local", url, close };
  },
};

/** Starts a local service for each of `wanted`. If one does not start, the others are stopped and the error is thrown. */
export async function startServices(wanted: readonly Service[], context: Context): Promise<Services> {
  const names: Service[] = [];
  const started: StartedService[] = [];
  const close = async () => {
    for (const one of started.splice(0).reverse()) await one.close();
  };
  try {
    for (const service of wanted) {
      started.push(await starters[service](context));
      names.push(service);
    }
  } catch (error) {
    await close();
    throw error;
  }
  const urlOf = (service: Service) => started[names.indexOf(service)]?.url;
  return {
    env: Object.assign({}, ...started.map((one) => one.env)),
    engines: Object.fromEntries(names.map((name, index) => [name, started[index]?.engine])),
    urls: { inbox: urlOf("email"), inngest: urlOf("inngest"), stripe: urlOf("stripe") },
    close,
  };
}
