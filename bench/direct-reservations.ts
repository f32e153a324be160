import { eq } from "drizzle-orm";
import type { Database } from "@/db/connect";
import { bookings, users } from "@/db/schema";
import { atLeast, atMost, type Figure } from "./figures";
import { startLoadGenerator } from "./load";
import { mintSession } from "./session";

const PEOPLE = 100;
const CONCURRENCY = 16;

/** The reservation's action called by signed-in users who are in no queue, with what they can think of for a turn. */
export async function directReservations(options: {
  url: string;
  secret: string;
  db: Database;
  event: { id: number; slug: string; ticketTypeCode: string };
  calls: number;
  visitorCookie: string;
  admissionCookie: string;
  /** Cookies' values that let nobody in: forged, for another event, another visitor's, out of date. */
  attempts: { visitor: string; token: string | null }[];
}): Promise<Figure[]> {
  const { url, secret, db, event, calls, attempts } = options;
  const page = await (await fetch(`${url}/events/${encodeURIComponent(event.slug)}`)).text();
  const action = /name="\$ACTION_[^"]*:0" value="\{&quot;id&quot;:&quot;([0-9a-f]+)&quot;/.exec(page)?.[1];
  if (!action) throw new Error("the event's page has no action");
  const people = await db
    .insert(users)
    .values(
      Array.from({ length: PEOPLE }, () => ({
        name: "Direct",
        email: `${crypto.randomUUID()}@quorix.test`,
        emailVerifiedAt: new Date(),
      })),
    )
    .returning({ id: users.id });

  const requests = [];
  for (const [index, { id }] of people.entries()) {
    const attempt = attempts[index % attempts.length];
    const cookies = [await mintSession(id, secret)];
    if (attempt) cookies.push(`${options.visitorCookie}=${attempt.visitor}`);
    if (attempt?.token) cookies.push(`${options.admissionCookie}=${attempt.token}`);
    const { body, type } = actionBody(event, crypto.randomUUID());
    requests.push({
      method: "POST" as const,
      path: `/events/${encodeURIComponent(event.slug)}`,
      headers: { cookie: cookies.join("; "), origin: url, "next-action": action, "content-type": type },
      body,
    });
  }
  const load = startLoadGenerator();
  const result = await load.run({ url, requests, concurrency: CONCURRENCY, count: calls, expect: "ADMISSION_NEEDED" });
  load.close();
  const held = await db.$count(bookings, eq(bookings.eventId, event.id));
  return [
    atLeast("direct calls of the reservation refused for want of a turn", result.answered, "", calls),
    atMost("direct calls that held tickets", held, "", 0),
  ];
}

/** The arguments as a browser's script sends them: null, and the form. */
function actionBody(event: { slug: string; ticketTypeCode: string }, idempotencyKey: string) {
  const boundary = "quorix-direct-call";
  const fields = {
    "1_slug": event.slug,
    "1_idempotencyKey": idempotencyKey,
    [`1_quantity.${event.ticketTypeCode}`]: "1",
    "0": '[null,"$K1"]',
  };
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return { body: `${parts.join("")}--${boundary}--\r\n`, type: `multipart/form-data; boundary=${boundary}` };
}
