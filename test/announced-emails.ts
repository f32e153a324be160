import { inArray } from "drizzle-orm";
import type { Database } from "@/db/connect";
import { outbox } from "@/db/schema";
import { emails } from "@/inngest/functions/emails";
import { runFunction } from "./inngest-run";

const findEmailFunction = (name: string) =>
  emails.find(({ opts }) => opts.triggers?.some((trigger) => "event" in trigger && trigger.event === name));

/** Sends what one event has to say by email, and says what came of it. */
export function sendEmailFor({ name }: { name: string }, data: Record<string, unknown>) {
  const email = findEmailFunction(name);
  if (!email) throw new Error(`${name} is not mailed`);
  return runFunction(email, { name, data });
}

/** Sends the email of every announcement in the outbox, and empties it. */
export async function sendAnnouncedEmails(db: Database) {
  const announcements = await db.select().from(outbox).orderBy(outbox.createdAt);
  for (const announcement of announcements)
    if (findEmailFunction(announcement.name)) await sendEmailFor(announcement, announcement.data);
  if (announcements.length === 0) return;
  await db.delete(outbox).where(
    inArray(
      outbox.id,
      announcements.map(({ id }) => id),
    ),
  );
}
