/**
 * The environment that lib/env needs in a test. Every service points at an unused port: a test that needs one starts it
 * (test/services.ts) or, for the database, gets its own (test/database.ts).
 */
export const testEnvironment = {
  DATABASE_URL: "postgres://nobody@127.0.0.1:1/nothing",
  UPSTASH_REDIS_REST_URL: "http://127.0.0.1:1",
  UPSTASH_REDIS_REST_TOKEN: "test-token",
  INNGEST_DEV: "http://127.0.0.1:1",
  SMTP_URL: "smtp://127.0.0.1:1",
  MAIL_FROM: "Quorix <tickets@quorix.test>",
  NEXTAUTH_URL: "http://localhost:3000",
  NEXTAUTH_SECRET: "a-secret-for-tests-of-32-characters-or-more",
};
