import { join } from "node:path";
import { buildIfNeeded } from "@/local/build";
import { startNext } from "@/local/next";
import { openLocalSession } from "@/local/session";
import { Shutdown } from "@/local/shutdown";
import { provideBrowser } from "./browser";

/**
 * Runs a Node program against a production build of its own: fresh demo data in `.quorix/e2e`, only local
 * services, whatever the environment names. `--keep` reuses the data and the build of the last run.
 * The program finds the addresses in QUORIX_URL and QUORIX_INBOX_URL, and the application's variables beside them.
 */
const keep = process.argv.includes("--keep");
const [program, ...args] = process.argv.slice(2).filter((arg) => arg !== "--keep");
if (!program) throw new Error("Usage: with-app.ts [--keep] <program> [arguments]");

process.env.QUORIX_STATE_DIR ||= ".quorix/e2e";
process.env.PORT ||= "3100";
const shutdown = new Shutdown();

async function main(): Promise<number> {
  process.env.CHROME_PATH = provideBrowser();
  const session = await openLocalSession(shutdown, { dev: false, fresh: !keep, isolated: true });
  if (session.attachedTo)
    throw new Error(`Another run uses these services (process ${session.attachedTo.runner.pid}).`);
  const code = await buildIfNeeded(session);
  if (code !== 0) return code;
  const log = join(process.env.QUORIX_STATE_DIR ?? "", "logs", "next.log");
  console.log(`The application writes to ${log}.`);
  await startNext("start", session, log);
  const addresses = { QUORIX_URL: session.appUrl, QUORIX_INBOX_URL: session.urls.inbox };
  const loader = program?.endsWith(".ts") ? ["--import", "tsx"] : [];
  return session.family.run("the tests", [...loader, String(program), ...args], {
    ...session.env,
    ...addresses,
    CHROME_PATH: process.env.CHROME_PATH,
  });
}

try {
  await shutdown.end(await main());
} catch (error) {
  await shutdown.fail(error);
}
