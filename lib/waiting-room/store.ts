import type { Redis } from "@upstash/redis";
import { z } from "zod";
import { QUIET_MS, roomKeys } from "./keys";
import { positionScript } from "./position-script";
import { endScript, redeemScript } from "./redeem-script";
import { heartbeatScript, tickScript } from "./tick-script";

const MAX_VISITORS_PER_COMMAND = 1_000;

const number = z.coerce.number();
const snapshotSchema = z
  .tuple([number, number, number, number, number, number, number, number, number, number, number, number])
  .transform(([opened, gathered, last, cursor, pace, flow, present, called, admitted, letIn, used, over]) => ({
    /** When it opened, in milliseconds; 0 before. */
    opened,
    /** Who came before the opening. */
    gathered,
    /** The highest number given out. */
    last,
    /** Everybody up to this number has been called. */
    cursor,
    /** Numbers called per millisecond, as measured while somebody waited; 0: not known yet. */
    pace,
    /** Admissions per millisecond, over about the last half minute. */
    flow,
    /** Who waits and was heard of lately. */
    present,
    /** Called, and not back yet. */
    called,
    /** In, with nothing held yet. */
    admitted,
    letIn,
    used,
    over,
  }));

/** What everybody who waits has to know, the same for all. */
export type Snapshot = z.output<typeof snapshotSchema>;

/** `next`: passed over while away, and called before all others now. `until` in milliseconds. */
export type QueuePosition =
  | { kind: "lobby" | "next" | "used" | "over" | "none" }
  | { kind: "at"; number: number }
  | { kind: "in"; until: number };

export type JoinIntent = "look" | "join" | "again";

export type LookupRequest = { visitor: string; score: number; wish: JoinIntent };

export type TickInput = {
  /** Admissions; 0 while it is paused. */
  perMinute: number;
  seatsLeft: number;
  isOpen: boolean;
  /** By its organizer; else it is there while the key of a room that opened by itself is. */
  isMarked: boolean;
};

/** One request to hold tickets by an admission. `attempt`: the same for a retry; `run`: of this request alone. */
export type AdmissionUse = { visitor: string; until: number; userId: number; attempt: string; run: string };

const useResultSchema = z.enum(["in", "used", "over"]);

/** `unknown`: it may hold something, or not. */
export type AdmissionUseOutcome = "held" | "refused" | "unknown";

type RoomStoreOptions = {
  /** In the place of Redis's clock, for tests. */
  clock?: () => number;
  redeemScript?: string;
};

const kindSchema = z.enum(["lobby", "next", "used", "over", "none", "at", "in"]);

function parseQueuePosition(kind: unknown, value: unknown): QueuePosition {
  const known = kindSchema.parse(kind);
  if (known === "at") return { kind: known, number: number.parse(value) };
  if (known === "in") return { kind: known, until: number.parse(value) };
  return { kind: known };
}

/** The rooms in one Redis. Every method is one command, whatever it is asked about; all reject when Redis is away. */
export function createRoomStore(redis: Redis, options: RoomStoreOptions = {}) {
  const tick = redis.createScript<unknown>(tickScript);
  const look = redis.createScript<unknown[]>(positionScript);
  const beat = redis.createScript<null>(heartbeatScript);
  const use = redis.createScript<unknown>(options.redeemScript ?? redeemScript);
  const end = redis.createScript<null>(endScript);

  const time = () => (options.clock ? String(options.clock()) : "");

  const ledger = (eventId: number, { visitor, until }: AdmissionUse) => {
    const keys = roomKeys(eventId);
    return [keys.used(`${visitor}:${until}`), keys.state, keys.admitted, keys.done];
  };

  return {
    /** Null where there is no room. */
    async tick(eventId: number, input: TickInput): Promise<Snapshot | null> {
      const { state, lobby, line, seen, called, admitted, back, done, auto } = roomKeys(eventId);
      const answer = await tick.exec(
        [state, lobby, line, seen, called, admitted, back, done, auto],
        [
          time(),
          String(input.perMinute / 60_000),
          String(input.seatsLeft),
          input.isOpen ? "1" : "0",
          input.isMarked ? "1" : "0",
        ],
      );
      return Array.isArray(answer) && answer.length === 0 ? null : snapshotSchema.parse(answer);
    },

    async look(eventId: number, asked: LookupRequest[]): Promise<QueuePosition[]> {
      const { state, lobby, line, seen, called, admitted, back, done } = roomKeys(eventId);
      const visitors = asked.flatMap(({ visitor, score, wish }) => [visitor, String(score), wish]);
      const answer = await look.exec([state, lobby, line, seen, called, admitted, back, done], [time(), ...visitors]);
      return asked.map((_, index) => parseQueuePosition(answer[2 * index], answer[2 * index + 1]));
    },

    /** Notes that these visitors are still there. */
    async beat(eventId: number, visitors: string[]): Promise<void> {
      const { seen } = roomKeys(eventId);
      const commands = [];
      for (let from = 0; from < visitors.length; from += MAX_VISITORS_PER_COMMAND) {
        commands.push(beat.exec([seen], [time(), ...visitors.slice(from, from + MAX_VISITORS_PER_COMMAND)]));
      }
      await Promise.all(commands);
    },

    /** Uses an admission up. `used`: another attempt has. */
    async use(eventId: number, admission: AdmissionUse): Promise<z.output<typeof useResultSchema>> {
      const { attempt, userId, run, visitor, until } = admission;
      const args = [time(), attempt, String(userId), run, visitor, String(until)];
      return useResultSchema.parse(await use.exec(ledger(eventId, admission), args));
    },

    /** Says what a use came to. */
    async end(eventId: number, admission: AdmissionUse, outcome: AdmissionUseOutcome): Promise<void> {
      const { attempt, run, visitor, until } = admission;
      await end.exec(ledger(eventId, admission), [time(), attempt, run, outcome, visitor, String(until)]);
    },

    /** Opens a room that nobody marked, until it is quiet. */
    async openByItself(eventId: number): Promise<void> {
      await redis.set(roomKeys(eventId).auto, 1, { px: QUIET_MS });
    },

    async isOpenByItself(eventId: number): Promise<boolean> {
      return (await redis.exists(roomKeys(eventId).auto)) === 1;
    },
  };
}

export type RoomStore = ReturnType<typeof createRoomStore>;
