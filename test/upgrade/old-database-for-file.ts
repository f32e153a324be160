import { restoreOldDatabase } from "./restore";

// Before the file's own imports, as test/database-for-file.ts does it: the application's pool is of the old database.
process.env.DATABASE_URL = await restoreOldDatabase();
