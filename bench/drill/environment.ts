import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { shutdown } from "@/bench/shutdown";
import { localDefaults, readBareEnvironment, type Variables } from "@/local/environment";
import { Ports } from "@/local/ports";
import { startPostgres } from "@/local/postgres";
import { removePostgresData } from "@/local/postgres-home";
import { ProcessGroup } from "@/local/process-group";
import { startChild } from "@/local/processes";
import { LocalState } from "@/local/state";
import { DrillService, retryUntilSuccess } from "./drill-service";
import { assertPortOpen } from "./readiness";

const program = fileURLToPath(new URL("./service-cli.ts", import.meta.url));
/** Kept between drills: a build contains its address, so the same sources need no second build. */
const APP_PORT = 3_200;

/** Every service in processes of its own, with empty data, and the environment of an application that uses them. */
export async function openDrillEnvironment() {
  const state = new LocalState(process.env.QUORIX_STATE_DIR || ".quorix/drill");
  const running = await state.claim();
  if (running) throw new Error(`A drill runs already (process ${running.runner.pid}).`);
  shutdown.add(() => state.release());
  const family = new ProcessGroup(shutdown);
  removePostgresData(state.path("postgres"));
  // The secrets stay: they are part of the build.
  for (const name of ["mail", "inngest", "media", "logs"]) rmSync(state.path(name), { recursive: true, force: true });
  mkdirSync(state.path("logs"));

  const ports = new Ports(false);
  const take = (name: string, from: number) => ports.take(name, from);
  const appPort = await take("the application", Number(process.env.PORT) || APP_PORT);
  const [postgresPort, redisPort, gatewayPort] = [await take("", 0), await take("", 0), await take("", 0)];
  const [smtpPort, inboxPort, inngestPort] = [await take("", 0), await take("", 0), await take("", 0)];
  const { postgresPassword: password, redisToken: token, ...secrets } = state.secrets();

  /** Records all processes: if this one is killed, the next drill ends those it left behind. */
  const part = (...[name, launch, signal]: ConstructorParameters<typeof DrillService>) => {
    const made: DrillService = new DrillService(
      name,
      (onChild) =>
        launch((child) => {
          family.children.push(child);
          state.record(
            family.children.map((one) => one.mark),
            {},
            {},
          );
          onChild(child);
        }),
      signal,
    );
    shutdown.add(() => made.stop());
    return made;
  };
  const service = (name: string, settings: object, port: number) =>
    part(name, async (onChild) => {
      const args = ["--import", "tsx", program, JSON.stringify({ name, ...settings })];
      onChild(startChild(name, process.execPath, args, { log: state.log(name) }));
      await retryUntilSuccess(() => assertPortOpen(port));
    });

  let databaseUrl = "";
  const postgres = part(
    "PostgreSQL",
    async (onChild) => {
      const dir = state.path("postgres");
      databaseUrl = (await startPostgres({ dir, port: postgresPort, password, log: state.log("postgres"), onChild }))
        .url;
    },
    "SIGINT",
  );
  const redis = service("redis", { port: redisPort, gatewayPort, token, log: state.log("redis") }, gatewayPort);
  const email = service("email", { dir: state.path("mail"), smtpPort, inboxPort }, smtpPort);
  const appUrl = `http://127.0.0.1:${appPort}`;
  const inngest = service(
    "inngest",
    { dir: state.path("inngest"), port: inngestPort, appUrl: `${appUrl}/api/inngest` },
    inngestPort,
  );
  for (const one of [postgres, redis, email, inngest]) await one.start();

  const { given } = readBareEnvironment();
  const env: Variables = {
    ...given,
    ...localDefaults(given, `http://localhost:${appPort}`, secrets),
    MEDIA_DIR: state.path("media"),
    LOG_LEVEL: given.LOG_LEVEL ?? "warn",
    DATABASE_URL: databaseUrl,
    QUORIX_LOCAL_DATABASE: "true",
    UPSTASH_REDIS_REST_URL: `http://127.0.0.1:${gatewayPort}`,
    UPSTASH_REDIS_REST_TOKEN: token,
    INNGEST_DEV: `http://127.0.0.1:${inngestPort}`,
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
  };
  return {
    ...{ state, family, part, postgres, redis, email, inngest, databaseUrl, appPort, appUrl },
    env: env as NodeJS.ProcessEnv,
    secret: secrets.nextAuthSecret,
    inboxUrl: `http://127.0.0.1:${inboxPort}`,
  };
}

export type DrillEnvironment = Awaited<ReturnType<typeof openDrillEnvironment>>;
