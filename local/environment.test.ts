import { expect, test } from "vitest";
import { attachedVariables, checkEnvironment, localDefaults, missingServices } from "./environment";

const secrets = { nextAuthSecret: "s".repeat(32), serverActionsKey: "a2V5" };

test("a service is missing until one of its variables is named", () => {
  expect(missingServices({})).toEqual(["postgres", "redis", "inngest", "email", "stripe"]);
  expect(missingServices({ DATABASE_URL: "postgres://x/y", INNGEST_EVENT_KEY: "key" })).toEqual(["redis", "email"]);
  // As in a copied .env.example.
  expect(missingServices({ DATABASE_URL: "", SMTP_URL: "" })).toContain("postgres");
});

test("half a service is an error that names the other half, and starts no local one", () => {
  const env = { UPSTASH_REDIS_REST_URL: "https://redis.example.com" };
  expect(() => checkEnvironment(env, missingServices(env))).toThrow(/UPSTASH_REDIS_REST_TOKEN is missing/);
});

test("test payments stand only beside the local database, and payments online can be left out", () => {
  expect(missingServices({ DATABASE_URL: "postgres://x/y" })).not.toContain("stripe");
  expect(missingServices({ STRIPE_SECRET_KEY: "sk_test_1" })).not.toContain("stripe");
  const check = (env: Record<string, string>) => () => checkEnvironment(env, missingServices(env));
  expect(check({ DATABASE_URL: "postgres://x/y" })).not.toThrow();
  expect(check({ STRIPE_SECRET_KEY: "sk_live_1" })).toThrow(/STRIPE_WEBHOOK_SECRET is missing/);
  const keys = { STRIPE_SECRET_KEY: "rk_live_1", STRIPE_WEBHOOK_SECRET: "whsec_1,whsec_2" };
  expect(check(keys)).not.toThrow();
  expect(check({ ...keys, STRIPE_API_BASE: "http://127.0.0.1:12111" })).not.toThrow();
  expect(check({ ...keys, STRIPE_API_BASE: "http://api.example.com" })).toThrow(/STRIPE_API_BASE is wrong/);
});

test("a hosted build gets no local services: a missing one is an error", () => {
  expect(missingServices({ VERCEL: "1" })).toEqual([]);
  expect(() => checkEnvironment({ VERCEL: "1" }, [])).toThrow(/DATABASE_URL is missing/);
});

test("an Inngest dev server, whose calls are not signed, is refused where anyone may call", () => {
  const check = (env: Record<string, string>) => () => checkEnvironment(env, missingServices(env));
  const dev = { INNGEST_DEV: "http://localhost:8288" };
  expect(check(dev)).not.toThrow();
  expect(check({ ...dev, NEXTAUTH_URL: "https://tickets.example.com" })).toThrow(/INNGEST_DEV is wrong/);
  expect(check({ ...dev, INNGEST_EVENT_KEY: "key", INNGEST_SIGNING_KEY: "signkey-prod-00" })).toThrow(
    /INNGEST_DEV is wrong \(.*INNGEST_BASE_URL/,
  );
  // A script with the variables of production needs no Inngest.
  expect(check({ NEXTAUTH_URL: "https://tickets.example.com" })).not.toThrow();
});

test("with nothing named everything has a local value, and what is named is kept", () => {
  expect(() => checkEnvironment({}, missingServices({}))).not.toThrow();
  const defaults = localDefaults({ MAIL_FROM: "Hall <hall@example.com>" }, "http://localhost:3001", secrets);
  expect(defaults).toEqual({
    NEXTAUTH_URL: "http://localhost:3001",
    NEXTAUTH_SECRET: secrets.nextAuthSecret,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secrets.serverActionsKey,
    NEXT_TELEMETRY_DISABLED: "1",
  });
});

test("beside a run with local services, named services are used", () => {
  const recorded = {
    DATABASE_URL: "postgres://127.0.0.1/quorix",
    QUORIX_LOCAL_DATABASE: "true",
    SMTP_URL: "smtp://127.0.0.1:1025",
    INNGEST_DEV: "http://127.0.0.1:8288",
    STRIPE_SECRET_KEY: "sk_test_local",
    STRIPE_API_BASE: "http://127.0.0.1:12111",
    MAIL_FROM: "Quorix <tickets@quorix.test>",
  };
  expect(attachedVariables(recorded, { SMTP_URL: "" })).toEqual(recorded);
  const env = { DATABASE_URL: "postgres://db.example.com/q", INNGEST_EVENT_KEY: "key", MAIL_FROM: "a@example.com" };
  expect(attachedVariables(recorded, env)).toEqual({ SMTP_URL: recorded.SMTP_URL });
});
