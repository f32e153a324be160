import { inArray } from "drizzle-orm";
import type { Database } from "@/db/connect";
import { outbox } from "@/db/schema";
import { functions } from "@/inngest";
import { runFunction } from "./inngest-run";

/** Whatever its name is: every function that mails when a fact is announced. */
const mailers = functions.filter((fn) => /mail/.test(fn.id()) && !/sweep|again|notice/.test(fn.id()));

function handles(fn: (typeof functions)[number], name: string) {
  const triggers: unknown[] = fn.opts.triggers ?? [];
  return JSON.stringify(triggers).includes(`"${name}"`);
}

/** Sends what every announced fact has to say by email, and forgets the facts. */
export async function sendAnnouncedMails(db: Database) {
  const facts = await db.select().from(outbox).orderBy(outbox.createdAt);
  for (const { name, data } of facts) {
    for (const fn of mailers.filter((mailer) => handles(mailer, name))) await runFunction(fn, { name, data });
  }
  if (facts.length === 0) return;
  await db.delete(outbox).where(
    inArray(
      outbox.id,
      facts.map(({ id }) => id),
    ),
  );
}
