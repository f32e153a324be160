import { execFileSync } from "node:child_process";
import postgres from "postgres";
import { z } from "zod";
import { mintSession } from "@/bench/session";

export const EVENT_PROGRAM = "bench/drill/event-cli.ts";

const event = z.object({ eventId: z.number(), slug: z.string(), ticketTypeCode: z.string() });
export type DrillEvent = z.infer<typeof event>;

/** New events, made by the code in that folder. */
export function makeEvents(dir: string, databaseUrl: string, count: number): DrillEvent[] {
  const args = ["--import", "tsx", EVENT_PROGRAM, databaseUrl, String(count)];
  return z.array(event).parse(JSON.parse(execFileSync(process.execPath, args, { cwd: dir, encoding: "utf8" })));
}

/** A signed-in user. */
export type SignedInUser = { userId: number; cookie: string };

export async function makeSignedInUsers(databaseUrl: string, count: number, secret: string): Promise<SignedInUser[]> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    const rows = await sql<{ id: number }[]>`
      insert into users (name, email, email_verified_at, sessions_valid_from)
      select 'Buyer ' || n, 'buyer-' || gen_random_uuid() || '@quorix.test', now(), now() - interval '1 minute'
      from generate_series(1, ${count}::int) n returning id::int`;
    return await Promise.all(rows.map(async ({ id }) => ({ userId: id, cookie: await mintSession(id, secret) })));
  } finally {
    await sql.end();
  }
}
