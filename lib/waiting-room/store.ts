import type { Redis } from "@upstash/redis";
import { z } from "zod";
import { beatScript } from "./beat-script";
import { QUIET_MS, roomKeys } from "./keys";
import { lookScript } from "./look-script";
import { tickScript } from "./tick-script";
import { endScript, useScript } from "./use-script";

const MOST_IN_ONE_COMMAND = 1_000;

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
export type Standing =
  | { kind: "lobby" | "next" | "used" | "over" | "none" }
  | { kind: "at"; number: number }
  | { kind: "in"; until: number };

export type Wish = "look" | "join" | "again";

export type Asked = { visitor: string; score: number; wish: Wish };

export type TickInput = {
  /** Admissions; 0 while it is paused. */
  perMinute: number;
  seatsLeft: number;
  isOpen: boolean;
  /** By its organizer; else it is there while the key of a room that opened by itself is. */
  isMarked: boolean;
};

/** One request to hold tickets by an admission. `attempt`: the same for a retry; `run`: of this request alone. */
export type Use = { visitor: string; until: number; userId: number; attempt: string; run: string };

const usedSchema = z.enum(["in", "used", "over"]);

/** `unknown`: it may hold something, or not. */
export type UseOutcome = "held" | "refused" | "unknown";

type Options = {
  /** In the place of Redis's clock, for tests. */
  clock?: () => number;
  useScript?: string;
};

const kindSchema = z.enum(["lobby", "next", "used", "over", "none", "at", "in"]);

function standing(kind: unknown, value: unknown): Standing {
  const known = kindSchema.parse(kind);
  if (known === "at") return { kind: known, number: number.parse(value) };
  if (known === "in") return { kind: known, until: number.parse(value) };
  return { kind: known };
}

/** The rooms in one Redis. Every method is one command, whatever it is asked about; all reject when Redis is away. */
export function roomStore(redis: Redis, options: Options = {}) {
  const tick = redis.createScript<unknown>(tickScript);
  const look = redis.createScript<unknown[]>(lookScript);
  const beat = redis.createScript<null>(beatScript);
  const use = redis.createScript<unknown>(options.useScript ?? useScript);
  const end = redis.createScript<null>(endScript);

  const time = () => (options.clock ? String(options.clock()) : "");

  const ledger = (eventId: number, { visitor, until }: Use) => {
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

    async look(eventId: number, asked: Asked[]): Promise<Standing[]> {
      const { state, lobby, line, seen, called, admitted, back, done } = roomKeys(eventId);
      const visitors = asked.flatMap(({ visitor, score, wish }) => [visitor, String(score), wish]);
      const answer = await look.exec([state, lobby, line, seen, called, admitted, back, done], [time(), ...visitors]);
      return asked.map((_, index) => standing(answer[2 * index], answer[2 * index + 1]));
    },

    /** Notes that these visitors are still there. */
    async beat(eventId: number, visitors: string[]): Promise<void> {
      const { seen } = roomKeys(eventId);
      const commands = [];
      for (let from = 0; from < visitors.length; from += MOST_IN_ONE_COMMAND) {
        commands.push(beat.exec([seen], [time(), ...visitors.slice(from, from + MOST_IN_ONE_COMMAND)]));
      }
      await Promise.all(commands);
    },

    /** Uses an admission up. `used`: another attempt has. */
    async use(eventId: number, admission: Use): Promise<z.output<typeof usedSchema>> {
      const { attempt, userId, run, visitor, until } = admission;
      const args = [time(), attempt, String(userId), run, visitor, String(until)];
      return usedSchema.parse(await use.exec(ledger(eventId, admission), args));
    },

    /** Says what a use came to. */
    async end(eventId: number, admission: Use, outcome: UseOutcome): Promise<void> {
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

export type RoomStore = ReturnType<typeof roomStore>;
