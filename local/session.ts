import postgres from "postgres";
import { migrateDatabase } from "@/db/migrate";
import {
  attachedVariables,
  checkEnvironment,
  localDefaults,
  missingServices,
  readBareEnvironment,
  readEnvironment,
  type Service,
  unreachableDefaults,
} from "./environment";
import { Ports } from "./ports";
import { ProcessGroup } from "./process-group";
import { startServices } from "./services";
import type { Shutdown } from "./shutdown";
import { LocalState, type RunRecord } from "./state";

export type LocalSession = {
  /** The environment for a process that reads .env files itself, as Next does. */
  nextEnv: NodeJS.ProcessEnv;
  /** The complete environment, for a process that does not. */
  env: NodeJS.ProcessEnv;
  family: ProcessGroup;
  /** Set if another process runs on this state and its services are used. */
  attachedTo: RunRecord | null;
  appPort: number;
  appUrl: string;
  missing: Service[];
  engines: Partial<Record<Service, string>>;
  urls: RunRecord["urls"];
  moved: readonly string[];
};

type Options = {
  dev: boolean;
  /** Start over with an empty state. */
  fresh?: boolean;
  /** Local services that are not needed. */
  without?: readonly Service[];
  /** Whether an empty local database gets the demo data; true by default. */
  seed?: boolean;
  /** Local services for everything, whatever the environment names, as tests must not reach real data. */
  isolated?: boolean;
};
type Variables = Record<string, string | undefined>;

const mergeVariables = (...parts: Variables[]) => Object.assign({}, ...parts) as NodeJS.ProcessEnv;

/**
 * Checks the environment and starts a local service for every service it does not name: migrated, and seeded the first
 * time. If another process already runs on the same state, its services are used.
 */
export async function openLocalSession(shutdown: Shutdown, options: Options): Promise<LocalSession> {
  const { given, all } = options.isolated ? readBareEnvironment() : readEnvironment(options.dev);
  const missing = missingServices(all);
  checkEnvironment(all, missing);
  const wantedPort = Number(given.PORT || 3000);
  const ports = new Ports(wantedPort === 0);
  const base = { missing, engines: {}, urls: {}, moved: ports.moved, attachedTo: null };
  const withEnv = (added: Variables) => ({ nextEnv: mergeVariables(given, added), env: mergeVariables(all, added) });

  if (missing.length === 0) {
    // With every service configured, the port is, too: Next reports a busy one.
    const appPort = wantedPort || (await ports.take("the application", 0));
    const appUrl = `${all.NEXTAUTH_URL} (port ${appPort})`;
    return { ...base, ...withEnv({}), family: new ProcessGroup(shutdown), appPort, appUrl };
  }

  const state = new LocalState();
  const running = await state.claim();
  if (running) {
    const appUrl = running.urls.app ?? "";
    const family = new ProcessGroup(shutdown);
    return {
      ...base,
      ...withEnv(attachedVariables(running.env, all)),
      family,
      attachedTo: running,
      appPort: wantedPort,
      appUrl,
    };
  }
  shutdown.add(() => state.release());
  // A build is reused as long as the secrets are, and demo dates are relative to today.
  if (options.fresh) state.clear({ keepSecrets: Boolean(options.isolated) && state.hasSecretsFromToday() });

  const appPort = await ports.take("the application", wantedPort);
  const appUrl = all.NEXTAUTH_URL || `http://localhost:${appPort}`;
  let env = localDefaults(all, appUrl, state.secrets());
  if (!all.MEDIA_DIR) env.MEDIA_DIR = state.path("media");
  let urls: RunRecord["urls"] = { app: appUrl };
  const family: ProcessGroup = new ProcessGroup(shutdown, () => save());
  const save = () => {
    const marks = family.children.map((child) => child.mark);
    state.record(marks, env, urls);
  };
  const context = { state, ports, appUrl: `http://127.0.0.1:${appPort}`, onChild: family.supervise };
  const services = await startServices(
    missing.filter((service) => !options.without?.includes(service)),
    context,
  );
  shutdown.add(services.close);
  const notStarted = missing.filter((service) => !services.engines[service]);
  env = Object.assign({}, env, ...notStarted.map((service) => unreachableDefaults[service]), services.env);
  urls = { app: appUrl, ...services.urls };
  save();

  const session = { ...base, ...withEnv(env), family, appPort, appUrl, engines: services.engines, urls };
  const database = services.env.DATABASE_URL;
  if (database) {
    await migrateDatabase(database, { amountsWrittenWith: all.AMOUNTS_WRITTEN_WITH });
    if (options.seed !== false && (await isEmpty(database))) await seed(session);
  }
  return session;
}

async function isEmpty(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1 });
  try {
    return (await sql`select 1 from users limit 1`).length === 0;
  } finally {
    await sql.end();
  }
}

/** Only into the local database, as demo accounts have a known password. */
async function seed({ family, env }: LocalSession) {
  console.log("Filling the database with demo events …");
  const code = await family.run("The demo seed", ["--import", "tsx", "db/seed/cli.ts"], env);
  if (code !== 0) throw new Error("The demo data could not be written.");
}
