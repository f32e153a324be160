import { connect } from "@/db/connect";
import { createTestDatabaseUrl } from "./database-url";

/**
 * A separate database for one test or one file, on real PostgreSQL. `import { db } from "@/db/client"` is another one,
 * made for every test file, for code that imports the application's pool.
 */
export async function createTestDatabase(options: { max?: number } = {}) {
  const url = await createTestDatabaseUrl();
  return { url, ...connect(url, { max: options.max ?? 10 }) };
}

export type TestDatabase = Awaited<ReturnType<typeof createTestDatabase>>;
