import { z } from "zod";
import { build, buildIfNeeded } from "./build";
import { startNext } from "./next";
import { type LocalSession, openLocalSession } from "./session";
import { Shutdown } from "./shutdown";

const mode = z.enum(["dev", "start", "build"]).parse(process.argv[2]);
const fresh = process.argv.includes("--fresh");

function formatSummary({ appUrl, urls, engines, moved }: LocalSession): string {
  const lines: [string, string | undefined][] = [
    ["Quorix", appUrl],
    ["Email inbox", urls.inbox ?? "none, SMTP_URL is set"],
    ["Test payments", urls.stripe ?? "none, as DATABASE_URL or STRIPE_* is set"],
    ["Inngest", urls.inngest ?? "none, INNGEST_* is set"],
    ["PostgreSQL", engines.postgres ?? "DATABASE_URL"],
    ["Redis", engines.redis ?? "UPSTASH_REDIS_REST_URL"],
  ];
  if (engines.postgres) {
    lines.push(["Accounts", "attendee@, organizer@, manager@, door@ and admin@quorix.test · password quorix-demo"]);
  }
  const rows = lines.map(([name, value]) => `  ${name.padEnd(15)}${value}`);
  return ["", ...rows, ...moved.map((line) => `  ${line}`), ""].join("\n");
}

const shutdown = new Shutdown();

async function main(): Promise<void> {
  const session = await openLocalSession(shutdown, {
    dev: mode === "dev",
    fresh,
    without: mode === "build" ? ["inngest", "stripe"] : [],
  });
  const other = session.attachedTo;
  if (other && (mode !== "build" || fresh)) {
    const where = `${session.appUrl} (process ${other.runner.pid})`;
    console.error(`Quorix already runs from this folder: ${where}. Stop it first.`);
    return shutdown.end(1);
  }
  if (mode === "build") return shutdown.end(await build(session));
  if (mode === "start") {
    const code = await buildIfNeeded(session);
    if (code !== 0) return shutdown.end(code);
  }
  await startNext(mode, session);
  if (!shutdown.isShuttingDown) console.log(formatSummary(session));
}

await main().catch((error: unknown) => shutdown.fail(error));
