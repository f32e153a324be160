import postgres from "postgres";
import { openEventSink } from "@/bench/event-sink";
import { shutdown } from "@/bench/shutdown";
import { openLocalSession } from "@/local/session";

/** One PostgreSQL, durable as in production, and one Redis, in `.quorix/<name>`, for all that is compared. */
export async function openServers(name: string) {
  process.env.QUORIX_STATE_DIR = `.quorix/${name}`;
  process.env.PORT = "0";
  // Not fresh: a build is kept while the password of its database is.
  const session = await openLocalSession(shutdown, {
    dev: false,
    isolated: true,
    seed: false,
    without: ["inngest", "email", "stripe"],
  });
  if (session.attachedTo) throw new Error(`Another comparison is running (process ${session.attachedTo.runner.pid}).`);
  const sink = await openEventSink();
  shutdown.add(sink.close);
  const env: NodeJS.ProcessEnv = {
    ...session.nextEnv,
    NEXTAUTH_URL: "http://localhost",
    INNGEST_DEV: sink.url,
    // A dev server has none of these.
    INNGEST_BASE_URL: "",
    INNGEST_EVENT_KEY: "",
    INNGEST_SIGNING_KEY: "",
    LOG_LEVEL: "error",
  };
  const { UPSTASH_REDIS_REST_URL: url = "", UPSTASH_REDIS_REST_TOKEN: token = "" } = env;
  const server = session.family.children.find((child) => child.name === "PostgreSQL");
  if (!server) throw new Error("PostgreSQL does not run here");

  async function emptyDatabase(database: string): Promise<string> {
    const admin = postgres(env.DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
    await admin`drop database if exists ${admin(database)} with (force)`;
    await admin`create database ${admin(database)}`;
    await admin.end();
    const address = new URL(env.DATABASE_URL ?? "");
    address.pathname = `/${database}`;
    return address.href;
  }

  /** Between rounds, so that no commit meets keys of the other. */
  async function emptyRedis() {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(["FLUSHALL"]) });
    if (!answer.ok) throw new Error(`Redis was not emptied: ${await answer.text()}`);
  }

  return { session, env, redis: { url, token }, postgresPid: server.mark.pid, emptyDatabase, emptyRedis };
}

export type Servers = Awaited<ReturnType<typeof openServers>>;
