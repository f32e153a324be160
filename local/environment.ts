import { createRequire } from "node:module";
import { envVariables, parseEnv } from "@/lib/env-schema";

// CommonJS with exports that Node cannot detect.
const { loadEnvConfig } = createRequire(import.meta.url)("@next/env") as typeof import("@next/env");

export type Service = "postgres" | "redis" | "inngest" | "email" | "stripe";
export type Variables = Record<string, string | undefined>;

/** If any of these is set, no local service is started in its place. */
const serviceVariables: Record<Service, string[]> = {
  postgres: ["DATABASE_URL"],
  redis: ["UPSTASH_REDIS_REST_URL", "UPSTASH_REDIS_REST_TOKEN"],
  inngest: ["INNGEST_DEV", "INNGEST_BASE_URL", "INNGEST_EVENT_KEY", "INNGEST_SIGNING_KEY"],
  email: ["SMTP_URL"],
  stripe: ["STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET", "STRIPE_API_BASE"],
};
const services = Object.keys(serviceVariables) as Service[];

/**
 * The services the environment does not name. A hosted build has to name them all. Payments online are the one that an
 * environment can do without: test payments never stand beside a database with real bookings.
 */
export function missingServices(env: Variables): Service[] {
  if (env.VERCEL) return [];
  const missing = services.filter((service) => serviceVariables[service].every((name) => !env[name]));
  return missing.includes("postgres") ? missing : missing.filter((service) => service !== "stripe");
}

/** Defaults of unset variables beside local services. */
export function localDefaults(
  env: Variables,
  appUrl: string,
  secrets: { nextAuthSecret: string; serverActionsKey: string },
): Record<string, string> {
  const defaults = {
    MAIL_FROM: "Quorix <tickets@quorix.test>",
    NEXTAUTH_URL: appUrl,
    NEXTAUTH_SECRET: secrets.nextAuthSecret,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secrets.serverActionsKey,
    // With local services, nothing outside this machine is reached.
    NEXT_TELEMETRY_DISABLED: "1",
  };
  return Object.fromEntries(Object.entries(defaults).filter(([name]) => !env[name]));
}

/**
 * `given` is the environment as this process got it, `all` has the .env files on top, read as Next reads them.
 * Next itself is started with the former, so that it still notices a changed file.
 */
export function readEnvironment(dev: boolean): { given: Variables; all: Variables } {
  const given = { ...process.env };
  const { combinedEnv } = loadEnvConfig(process.cwd(), dev, { info: () => {}, error: console.error });
  return { given, all: { ...combinedEnv } };
}

/** This process's environment without any variable of the application. */
export function readBareEnvironment(): { given: Variables; all: Variables } {
  const own = new Set([...Object.keys(envVariables.shape), "VERCEL"]);
  const given = Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.has(name)));
  return { given, all: given };
}

/**
 * The variables of local services that another run on this state has recorded. A service that this environment names is
 * never replaced by one, and its database never counts as a local one.
 */
export function attachedVariables(recorded: Record<string, string>, env: Variables): Record<string, string> {
  const missing = missingServices(env);
  const own = new Set(
    services.filter((service) => !missing.includes(service)).flatMap((service) => serviceVariables[service]),
  );
  if (!missing.includes("postgres")) own.add("QUORIX_LOCAL_DATABASE");
  if (!missing.includes("stripe")) for (const name of serviceVariables.stripe) own.add(name);
  return Object.fromEntries(Object.entries(recorded).filter(([name]) => !env[name] && !own.has(name)));
}

/** Unreachable addresses for services that are not started (yet), as every variable is always checked. */
export const unreachableDefaults: Record<Service, Record<string, string>> = {
  postgres: { DATABASE_URL: "postgres://127.0.0.1:1/nowhere" },
  redis: { UPSTASH_REDIS_REST_URL: "http://127.0.0.1:1", UPSTASH_REDIS_REST_TOKEN: "none" },
  // Not a dev server's, which allows no https address.
  inngest: {
    INNGEST_BASE_URL: "http://127.0.0.1:1",
    INNGEST_EVENT_KEY: "none",
    INNGEST_SIGNING_KEY: "signkey-none-00",
  },
  email: { SMTP_URL: "smtp://127.0.0.1:1" },
  // Without it there are no payments online.
  stripe: {},
};

/** Throws for a wrong environment before anything is started. */
export function checkEnvironment(env: Variables, missing: Service[]) {
  const secrets = { nextAuthSecret: "x".repeat(32), serverActionsKey: "eHh4eA==" };
  const defaults = missing.length > 0 ? localDefaults(env, "http://localhost", secrets) : {};
  parseEnv(Object.assign({}, env, defaults, ...missing.map((service) => unreachableDefaults[service])));
}
