import { connect } from "@/db/connect";
import { createTestDatabaseUrl } from "./database-url";

/**
 * A database of its own for one test or one file, on real PostgreSQL. What `import { db } from "@/db/client"` gives
 * is another one, made for every test file: for code that imports the application's pool.
 */
export async function createTestDatabase(options: { max?: number } = {}) {
  const url = await createTestDatabaseUrl();
  return { url, ...connect(url, { max: options.max ?? 10 }) };
}

export type TestDatabase = Awaited<ReturnType<typeof createTestDatabase>>;
