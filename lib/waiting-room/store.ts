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
    /** Visitors from before the opening. */
    gathered,
    /** The highest assigned number. */
    last,
    /** All visitors up to this number have been called. */
    cursor,
    /** Numbers called per millisecond, measured while visitors waited; 0: not known yet. */
    pace,
    /** Admissions per millisecond, over about the last half minute. */
    flow,
    /** Waiting visitors with a recent heartbeat. */
    present,
    /** Called visitors who have not polled since. */
    called,
    /** Admitted visitors who have not reserved yet. */
    admitted,
    letIn,
    used,
    over,
  }));

/** The state of the queue, the same for all visitors. */
export type Snapshot = z.output<typeof snapshotSchema>;

/** `next`: skipped while away, and now called before all others. `until` in milliseconds. */
export type QueuePosition =
  | { kind: "lobby" | "next" | "used" | "over" | "none" }
  | { kind: "at"; number: number }
  | { kind: "in"; until: number };

export type JoinIntent = "look" | "join" | "again";

export type LookupRequest = { visitor: string; score: number; intent: JoinIntent };

export type TickInput = {
  /** Admissions per minute; 0 while paused. */
  perMinute: number;
  seatsLeft: number;
  isOpen: boolean;
  /** Enabled by the organizer. Otherwise the room exists while its automatic opening lasts. */
  isMarked: boolean;
};

/** One request to reserve with an admission. `attempt`: the same for a retry; `run`: unique to the request. */
export type AdmissionUse = { visitor: string; until: number; userId: number; attempt: string; run: string };

const useResultSchema = z.enum(["in", "used", "over"]);

/** `unknown`: the request may or may not have reserved. */
export type AdmissionUseOutcome = "held" | "refused" | "unknown";

type RoomStoreOptions = {
  /** Replaces Redis's clock in tests. */
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

/** The rooms in one Redis. Every method is one command, and rejects while Redis is unavailable. */
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

    async look(eventId: number, lookups: LookupRequest[]): Promise<QueuePosition[]> {
      const { state, lobby, line, seen, called, admitted, back, done } = roomKeys(eventId);
      const visitors = lookups.flatMap(({ visitor, score, intent }) => [visitor, String(score), intent]);
      const answer = await look.exec([state, lobby, line, seen, called, admitted, back, done], [time(), ...visitors]);
      return lookups.map((_, index) => parseQueuePosition(answer[2 * index], answer[2 * index + 1]));
    },

    /** Records heartbeats. */
    async beat(eventId: number, visitors: string[]): Promise<void> {
      const { seen } = roomKeys(eventId);
      const commands = [];
      for (let from = 0; from < visitors.length; from += MAX_VISITORS_PER_COMMAND) {
        commands.push(beat.exec([seen], [time(), ...visitors.slice(from, from + MAX_VISITORS_PER_COMMAND)]));
      }
      await Promise.all(commands);
    },

    /** Uses an admission. `used`: another attempt has. */
    async use(eventId: number, admission: AdmissionUse): Promise<z.output<typeof useResultSchema>> {
      const { attempt, userId, run, visitor, until } = admission;
      const args = [time(), attempt, String(userId), run, visitor, String(until)];
      return useResultSchema.parse(await use.exec(ledger(eventId, admission), args));
    },

    /** Records the outcome of a use. */
    async end(eventId: number, admission: AdmissionUse, outcome: AdmissionUseOutcome): Promise<void> {
      const { attempt, run, visitor, until } = admission;
      await end.exec(ledger(eventId, admission), [time(), attempt, run, outcome, visitor, String(until)]);
    },

    /** Opens a room automatically, until it is quiet. */
    async openByItself(eventId: number): Promise<void> {
      await redis.set(roomKeys(eventId).auto, 1, { px: QUIET_MS });
    },

    async isOpenByItself(eventId: number): Promise<boolean> {
      return (await redis.exists(roomKeys(eventId).auto)) === 1;
    },
  };
}

export type RoomStore = ReturnType<typeof createRoomStore>;
