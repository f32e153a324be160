import { eq } from "drizzle-orm";
import type { Database } from "@/db/connect";
import { bookings } from "@/db/schema";
import { makePeople } from "@/test/factories";
import { reserveRequests } from "./action-request";
import { startLoadGenerator } from "./load";
import { atLeast, atMost, type Metric } from "./metrics";
import { mintSession } from "./session";

const CONCURRENCY = 16;

/** Calls the reservation's action as signed-in users who are in no queue, with invalid turns of many kinds. */
export async function directReservations(options: {
  url: string;
  secret: string;
  db: Database;
  event: { id: number; slug: string; ticketTypeCode: string };
  calls: number;
  visitorCookie: string;
  admissionCookie: string;
  /** Cookie values that must not admit: forged, for another event, another visitor's, expired. */
  attempts: { visitor: string; token: string | null }[];
}): Promise<Metric[]> {
  const { url, secret, db, event, calls, attempts } = options;
  const page = await (await fetch(`${url}/events/${encodeURIComponent(event.slug)}`)).text();
  const action = /name="\$ACTION_[^"]*:0" value="\{&quot;id&quot;:&quot;([0-9a-f]+)&quot;/.exec(page)?.[1];
  if (!action) throw new Error("the event's page has no action");
  // As many people as calls, so that nobody hits a rate limit.
  const people = await makePeople(
    db,
    Array.from({ length: calls }, () => ({
      name: "Direct",
      email: `${crypto.randomUUID()}@quorix.test`,
      emailVerifiedAt: new Date(),
    })),
  );
  const cookies: string[] = [];
  for (const [index, id] of people.entries()) {
    const attempt = attempts[index % attempts.length];
    const own = [await mintSession(id, secret)];
    if (attempt) own.push(`${options.visitorCookie}=${attempt.visitor}`);
    if (attempt?.token) own.push(`${options.admissionCookie}=${attempt.token}`);
    cookies.push(own.join("; "));
  }
  const requests = reserveRequests(action, event, cookies);
  const load = startLoadGenerator();
  const result = await load.run({ url, requests, concurrency: CONCURRENCY, count: calls, expect: "ADMISSION_NEEDED" });
  load.close();
  const held = await db.$count(bookings, eq(bookings.eventId, event.id));
  return [
    atLeast("direct calls of the reservation refused for want of a turn", result.answered, "", calls),
    atMost("direct calls that held tickets", held, "", 0),
  ];
}
