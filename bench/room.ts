import { Redis } from "@upstash/redis";
import { eq } from "drizzle-orm";
import { connect } from "@/db/connect";
import { events, waitingRooms } from "@/db/schema";
import { freePort } from "@/local/ports";
import { makeEvent } from "@/test/factories";
import { countingGateway } from "./counting-gateway";
import { directReservations } from "./direct-reservations";
import { atMost, type Metric } from "./metrics";
import { openProductionApp } from "./production-app";
import { measureHttpPolls } from "./room-http";
import { measureWaitingRoom } from "./room-wait";

const WAITING = 50_000;
const EVERY_MS = 5_000;
const PER_MINUTE = 3_000;
const TOKENS = 200;
const USES_OF_EACH = 50;
const DIRECT_CALLS = 10_000;
const inAnHour = () => new Date(Date.now() + 3_000_000);

/** 50,000 people in one waiting room, on one process. */
export async function room(): Promise<Metric[]> {
  const app = await openProductionApp("bench-room");
  Object.assign(process.env, app.env);
  // Only now: these read the environment.
  const [{ createRoomStore }, { lobbyDraw }, { admissionToken }, { admissionCookie, newVisitor, visitorCookie }] =
    await Promise.all([
      import("@/lib/waiting-room/store"),
      import("@/lib/waiting-room/visitor"),
      import("@/lib/waiting-room/admission-token"),
      import("@/lib/waiting-room/visitor"),
    ]);
  const { UPSTASH_REDIS_REST_URL: url = "", UPSTASH_REDIS_REST_TOKEN: token = "" } = app.env;
  const { DATABASE_URL: databaseUrl = "", NEXTAUTH_SECRET: secret = "" } = app.env;
  const redis = new Redis({ url, token, retry: false, enableTelemetry: false });
  const store = createRoomStore(redis);
  const { db, close } = connect(databaseUrl, { max: 4 });
  const gateway = await countingGateway({ url, token });
  const env = { ...app.env, UPSTASH_REDIS_REST_URL: gateway.url, INNGEST_DEV: "http://127.0.0.1:9" };

  const event = await makeEvent(db, { waitingRoom: true, capacity: 900_000, salesStartAt: inAnHour() });
  const { slug } = event;
  await db.insert(waitingRooms).values({ eventId: event.id, admissionsPerMinute: PER_MINUTE });
  const visitors = Array.from({ length: WAITING }, newVisitor);
  await gather();
  const waited = await measureWaitingRoom({
    ...{ env, gateway, slug, visitors, everyMs: EVERY_MS, perMinute: PER_MINUTE },
    openIn: async (seconds) => {
      const salesStartAt = new Date(Date.now() + seconds * 1_000);
      await db.update(events).set({ salesStartAt }).where(eq(events.id, event.id));
    },
    letIn: async () => Number(await redis.hget(`room:{${event.id}}:state`, "letIn")),
  });

  const server = await app.start({ port: await freePort(0), env });
  const polled = await measureHttpPolls({
    ...{ server, gateway, slug, visitors: visitors.slice(-10_000), cookie: visitorCookie.name },
    wanted: (WAITING / EVERY_MS) * 1_000,
  });
  const tried = await directReservations({
    ...{ url: server.url, secret, db, calls: DIRECT_CALLS },
    event: { ...event, ticketTypeCode: event.ticketTypes[0]?.code ?? "" },
    visitorCookie: visitorCookie.name,
    admissionCookie: admissionCookie(slug).name,
    attempts: guesses(),
  });
  await server.stop();
  const used = await raceForEach();
  gateway.close();
  await close();
  return [...waited, ...polled, used, ...tried];

  async function gather() {
    await store.tick(event.id, { perMinute: 0, seatsLeft: 0, isOpen: false, isMarked: true });
    for (let from = 0; from < WAITING; from += 1_000) {
      const asked = visitors.slice(from, from + 1_000).map((visitor) => ({
        visitor,
        score: lobbyDraw(event.id, visitor),
        intent: "join" as const,
      }));
      await store.look(event.id, asked);
    }
  }

  function guesses() {
    const [visitor, other] = [newVisitor(), newVisitor()];
    const soon = Date.now() + 600_000;
    const good = admissionToken(event.id, { visitor: other, until: soon });
    return [
      { visitor, token: null },
      { visitor, token: good },
      { visitor: other, token: `${good.slice(0, -4)}AAAA` },
      { visitor, token: admissionToken(event.id + 1, { visitor, until: soon }) },
      { visitor, token: admissionToken(event.id, { visitor, until: Date.now() - 1 }) },
    ];
  }

  /** Each of many admissions is used by many attempts in one moment. */
  async function raceForEach() {
    let wrong = 0;
    for (let count = 0; count < TOKENS; count += 1) {
      const use = { visitor: newVisitor(), until: Date.now() + 60_000 };
      const attempts = Array.from({ length: USES_OF_EACH }, (_, at) =>
        store.use(event.id, { ...use, userId: at, attempt: String(at), run: String(at) }),
      );
      if ((await Promise.all(attempts)).filter((answer) => answer === "in").length !== 1) wrong += 1;
    }
    return atMost(
      `of ${TOKENS} admissions, each tried ${USES_OF_EACH} times at once: used other than once`,
      wrong,
      "",
      0,
    );
  }
}
