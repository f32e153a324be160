import { openLocalSession } from "@/local/session";
import { shutdown } from "./shutdown";

/**
 * Real PostgreSQL, durable as in production, and Redis behind its REST gateway, in `.quorix/<name>`: the schema is
 * there, and no data.
 */
export async function openLocalServices(name: string) {
  process.env.QUORIX_STATE_DIR = `.quorix/${name}`;
  process.env.PORT = "0";
  const session = await openLocalSession(shutdown, {
    dev: false,
    fresh: true,
    isolated: true,
    seed: false,
    without: ["inngest", "email", "stripe"],
  });
  const { DATABASE_URL: databaseUrl = "", UPSTASH_REDIS_REST_URL: url = "" } = session.env;
  const token = session.env.UPSTASH_REDIS_REST_TOKEN ?? "";
  return { databaseUrl, redis: { url, token }, engines: session.engines };
}

export type LocalServices = Awaited<ReturnType<typeof openLocalServices>>;
