import { Redis } from "@upstash/redis";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { redisEngines, startTestRedis } from "@/test/services";
import { ADMISSION_MS, AWAY_MS, CLAIM_MS, QUIET_MS, RUN_MS, roomKeys } from "./keys";
import { redeemScript } from "./redeem-script";
import { type AdmissionUse, createRoomStore, type QueuePosition, type RoomStore, type TickInput } from "./store";
import { lobbyDraw } from "./visitor";

const START = 1_800_000_000_000;
const MINUTE = 60_000;

const visitors = (count: number, prefix = "visitor") =>
  Array.from({ length: count }, (_, index) => `${prefix}-${index}`);
const numberOf = (standing: QueuePosition | undefined) => (standing?.kind === "at" ? standing.number : null);

describe.each(redisEngines)("the room on %s", (engine) => {
  let service: Awaited<ReturnType<typeof startTestRedis>>;
  let redis: Redis;
  let store: RoomStore;
  let eventId = 0;

  beforeAll(async () => {
    service = await startTestRedis(engine);
    redis = new Redis({ url: service.url, token: service.token, retry: false, enableTelemetry: false });
    store = createRoomStore(redis, { clock: () => clock.now });
  });
  afterAll(() => service.close());

  /** A fake clock. */
  const clock = { now: START };
  beforeEach(() => {
    clock.now = START;
  });

  /** A room of its own. */
  function openRoom(settings: Partial<TickInput> = {}) {
    eventId += 1;
    const id = eventId;
    const room = {
      id,
      settings: { perMinute: 600, seatsLeft: 10_000, isOpen: true, isMarked: true, ...settings },
      tick: () => store.tick(id, room.settings),
      async snapshot() {
        const snapshot = await room.tick();
        if (!snapshot) throw new Error("there is no room");
        return snapshot;
      },
      ask: (who: string[], intent: "look" | "join" | "again" = "look") =>
        store.look(
          id,
          who.map((visitor) => ({ visitor, score: lobbyDraw(id, visitor), intent })),
        ),
      async pass(milliseconds: number, present: string[] = []) {
        clock.now += milliseconds;
        await store.beat(id, present);
        return room.snapshot();
      },
    };
    return room;
  }

  it("draws the lobby's numbers at the opening, independent of arrival", async () => {
    const room = openRoom({ isOpen: false });
    const came = visitors(500);
    for (const visitor of came) expect(await room.ask([visitor], "join")).toEqual([{ kind: "lobby" }]);
    expect(await room.snapshot()).toMatchObject({ opened: 0, gathered: 500, last: 500, cursor: 0 });

    room.settings = { ...room.settings, isOpen: true, perMinute: 0 };
    await room.tick();
    const numbers = (await room.ask(came)).map((standing) => numberOf(standing) ?? 0);
    expect(numbers.toSorted((a, b) => a - b)).toEqual(came.map((_, index) => index + 1));
    // Spearman's correlation of arrival and number. The draw is keyed with a constant here, so this is one fixed sample.
    const apart = numbers.reduce((sum, number, index) => sum + (number - index - 1) ** 2, 0);
    expect(Math.abs(1 - (6 * apart) / (500 * (500 ** 2 - 1)))).toBeLessThan(0.15);
    expect(numbers).not.toEqual(numbers.toSorted((a, b) => a - b));
  });

  it("is first come, first served after the lobby, and visitors join only once", async () => {
    const room = openRoom({ isOpen: false });
    const [early = "", ...late] = visitors(4);
    await room.ask([early], "join");
    room.settings = { ...room.settings, isOpen: true, perMinute: 0 };
    await room.tick();
    for (const visitor of late) await room.ask([visitor], "join");
    expect((await room.ask([early, ...late], "join")).map(numberOf)).toEqual([1, 2, 3, 4]);
    expect(await room.ask(["somebody-else"])).toEqual([{ kind: "none" }]);
  });

  it("admits by the set rate, in order, however often it is called", async () => {
    const room = openRoom({ perMinute: 1_200 });
    const waiting = visitors(1_200);
    await room.tick();
    const numbers = (await room.ask(waiting, "join")).map(numberOf);
    expect(numbers).toEqual(waiting.map((_, index) => index + 1));
    let cursor = 0;
    for (let second = 1; second <= 50; second += 1) {
      const snapshot = await room.pass(second % 3 === 0 ? 1_700 : 650, waiting.slice(cursor));
      expect(snapshot.cursor).toBeGreaterThanOrEqual(cursor);
      cursor = snapshot.cursor;
    }
    const minutes = (clock.now - START) / MINUTE;
    const { letIn, pace, flow } = await room.snapshot();
    expect(letIn / minutes).toBeGreaterThan(1_200 * 0.99);
    expect(letIn / minutes).toBeLessThan(1_200 * 1.01);
    expect(pace * MINUTE).toBeCloseTo(1_200, -2);
    expect(flow * MINUTE).toBeGreaterThan(900);
    const standings = await room.ask([waiting[0] ?? "", waiting[cursor - 1] ?? "", waiting[cursor] ?? ""]);
    expect(standings.map(({ kind }) => kind)).toEqual(["in", "in", "at"]);
  });

  it("skips absent visitors, and calls them first when they are back", async () => {
    const room = openRoom({ perMinute: 600 });
    const [asleep = "", ...awake] = visitors(30);
    await room.tick();
    await room.ask([asleep, ...awake], "join");
    expect(await room.pass(AWAY_MS + 1, awake)).toMatchObject({ cursor: 30, letIn: 29, present: 0 });
    expect(await room.ask([asleep])).toEqual([{ kind: "next" }]);
    await room.ask(["late"], "join");
    room.settings.seatsLeft = 30;
    expect(await room.pass(100)).toMatchObject({ letIn: 30 });
    expect((await room.ask([asleep, "late"])).map(({ kind }) => kind)).toEqual(["in", "at"]);
  });

  it("gives an expired admission to the next visitor", async () => {
    const room = openRoom({ seatsLeft: 1 });
    const [first = "", second = ""] = visitors(2);
    await room.tick();
    await room.ask([first, second], "join");
    await room.pass(1_000);
    expect(await room.ask([first])).toEqual([{ kind: "in", until: clock.now + ADMISSION_MS }]);
    expect(await room.pass(ADMISSION_MS - 1, [second])).toMatchObject({ admitted: 1, cursor: 1 });
    expect(await room.pass(1, [second])).toMatchObject({ cursor: 2, over: 1 });
    expect((await room.ask([first, second])).map(({ kind }) => kind)).toEqual(["over", "in"]);
    expect((await room.ask([first], "join")).map(({ kind }) => kind)).toEqual(["over"]);
    expect(await room.ask([first], "again")).toEqual([{ kind: "at", number: 3 }]);
  });

  it("frees the seats of called visitors who do not poll, who keep their position", async () => {
    const room = openRoom({ seatsLeft: 1 });
    const [first = "", second = ""] = visitors(2);
    await room.tick();
    await room.ask([first, second], "join");
    expect(await room.pass(1_000)).toMatchObject({ cursor: 1, called: 1 });
    expect(await room.pass(CLAIM_MS, [second])).toMatchObject({ cursor: 2, called: 1 });
    expect((await room.ask([first, second])).map(({ kind }) => kind)).toEqual(["next", "in"]);
  });

  it("stops while paused or sold out, without catching up afterwards", async () => {
    const room = openRoom({ perMinute: 600 });
    const waiting = visitors(500);
    await room.tick();
    await room.ask(waiting, "join");
    room.settings.perMinute = 0;
    const { cursor } = await room.pass(10 * MINUTE, waiting);
    room.settings.perMinute = 600;
    expect((await room.pass(1_000, waiting)).cursor - cursor).toBeLessThanOrEqual(12);
    room.settings.seatsLeft = 0;
    const before = (await room.snapshot()).cursor;
    expect((await room.pass(5_000, waiting)).cursor).toBe(before);
  });

  it("does not exist where it was not enabled, until it opens automatically, and closes when it is quiet", async () => {
    const room = openRoom({ isMarked: false });
    expect(await room.tick()).toBeNull();
    expect(await store.isOpenByItself(room.id)).toBe(false);
    await store.openByItself(room.id);
    expect(await store.isOpenByItself(room.id)).toBe(true);
    expect(await room.tick()).toMatchObject({ gathered: 0, cursor: 0 });
    expect(await redis.pttl(roomKeys(room.id).auto)).toBeLessThanOrEqual(QUIET_MS);
  });

  it("sets an expiry on every key", async () => {
    const room = openRoom();
    await room.tick();
    const who = visitors(3);
    await room.ask(who, "join");
    await room.pass(1_000, who);
    await room.ask(who);
    await room.pass(1_000, who);
    await store.use(room.id, admissionOf("one"));
    const keys = await redis.keys(`room:{${room.id}}:*`);
    expect(keys.length).toBeGreaterThanOrEqual(5);
    for (const key of keys) expect(await redis.pttl(key), key).toBeGreaterThan(0);
  });

  const until = START + ADMISSION_MS;
  const admissionOf = (attempt: string, { userId = 1, run = attempt } = {}): AdmissionUse => ({
    ...{ visitor: "visitor-0", until, userId, attempt, run },
  });

  describe("an admission", () => {
    const attempts = visitors(100, "attempt");
    const usedBy = async (ledger: RoomStore, id: number) =>
      (await Promise.all(attempts.map((attempt) => ledger.use(id, admissionOf(attempt))))).filter((is) => is === "in")
        .length;

    it("is used once by a hundred concurrent attempts, and by all hundred without the condition", async () => {
      const room = openRoom();
      expect(await usedBy(store, room.id)).toBe(1);
      const unguarded = redeemScript.replace("redis.call('HGET', KEYS[1], 'attempt')", "false");
      expect(unguarded).not.toBe(redeemScript);
      expect(await usedBy(createRoomStore(redis, { redeemScript: unguarded }), openRoom().id)).toBe(100);
    });

    it("is used by a retry of the same attempt, and returned once none of its requests runs", async () => {
      const { id } = openRoom();
      const [first, retry] = [admissionOf("one", { run: "first" }), admissionOf("one", { run: "retry" })];
      expect(await store.use(id, first)).toBe("in");
      expect(await store.use(id, retry)).toBe("in");
      await store.end(id, retry, "refused");
      expect(await store.use(id, admissionOf("two"))).toBe("used");
      await store.end(id, admissionOf("two"), "refused");
      await store.end(id, first, "refused");
      expect(await store.use(id, admissionOf("two"))).toBe("in");
      expect(await store.use(id, first)).toBe("used");
    });

    it("stays used after a hold, whatever the outcome of retries", async () => {
      const { id } = openRoom();
      const [first, retry] = [admissionOf("one", { run: "first" }), admissionOf("one", { run: "retry" })];
      await store.use(id, first);
      await store.use(id, retry);
      await store.end(id, first, "held");
      await store.end(id, retry, "refused");
      expect(await store.use(id, admissionOf("two"))).toBe("used");
      clock.now += ADMISSION_MS;
      expect(await store.use(id, retry), "a retry whose first answer was lost").toBe("in");
    });

    it("with an unknown outcome can be used again by the same user, and by no other", async () => {
      const { id } = openRoom();
      await store.use(id, admissionOf("one"));
      await store.end(id, admissionOf("one"), "unknown");
      expect(await store.use(id, admissionOf("two", { userId: 2 }))).toBe("used");
      expect(await store.use(id, admissionOf("two"))).toBe("in");
      await store.end(id, admissionOf("one"), "refused");
      expect(await store.use(id, admissionOf("three")), "the second still runs").toBe("used");
      await store.end(id, admissionOf("two"), "refused");
      expect(await store.use(id, admissionOf("three", { userId: 2 })), "given back").toBe("in");
    });

    it("survives the death of the process that used it", async () => {
      const { id } = openRoom();
      await store.use(id, admissionOf("one", { run: "died" }));
      expect(await store.use(id, admissionOf("two"))).toBe("used");
      clock.now += RUN_MS;
      await store.use(id, admissionOf("one", { run: "retry" }));
      await store.end(id, admissionOf("one", { run: "retry" }), "refused");
      expect(await store.use(id, admissionOf("two"))).toBe("in");
      clock.now += RUN_MS;
      expect(await store.use(id, admissionOf("three")), "without a retry").toBe("in");
    });

    it("is over for attempts that have not started", async () => {
      const { id } = openRoom();
      clock.now = until;
      expect(await store.use(id, admissionOf("one"))).toBe("over");
    });
  });

  it("uses Redis's clock, not the process's", async () => {
    const room = openRoom();
    const real = createRoomStore(redis);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 20 * MINUTE });
    onTestFinished(() => void vi.useRealTimers());
    const asked = { visitor: "visitor-0", score: 1, intent: "join" as const };
    await real.tick(room.id, room.settings);
    await real.look(room.id, [asked]);
    await real.beat(room.id, ["visitor-0"]);
    await real.tick(room.id, room.settings);
    const [seconds = 0] = await redis.time();
    const [standing] = await real.look(room.id, [asked]);
    const ends = standing?.kind === "in" ? standing.until : 0;
    expect(ends).toBeGreaterThanOrEqual(seconds * 1_000 + ADMISSION_MS);
    expect(ends).toBeLessThan(seconds * 1_000 + ADMISSION_MS + 5_000);
    expect(await real.use(room.id, { ...admissionOf("one"), until: ends })).toBe("in");
  });
});
