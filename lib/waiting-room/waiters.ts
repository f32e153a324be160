import { AWAY_MS } from "./keys";
import type { Asked, RoomStore, Standing } from "./store";

/** A sixth of the time after which somebody counts as away: a lost beat or two do no harm. */
const BEAT_MS = AWAY_MS / 6;
const GATHER_MS = 5;
const MOST_IN_ONE_LOOK = 500;
const MOST_REMEMBERED = 300_000;

type Waiter = {
  /** Null in the lobby. A number never changes. */
  number: number | null;
  beatAt: number;
};

type Question = Asked & { resolve: (standing: Standing) => void; reject: (error: unknown) => void };

/**
 * The visitors of one room that this process knows. Questions that come together go to Redis together, and whoever
 * only waits on is answered from here: their number stays, and all they leave behind is a sign of life.
 */
export function createWaiters(eventId: number, store: RoomStore, now: () => number) {
  const known = new Map<string, Waiter>();
  let alive: string[] = [];
  let questions: Question[] = [];

  function remember(visitor: string, standing: Standing) {
    if (standing.kind !== "lobby" && standing.kind !== "at") {
      known.delete(visitor);
      return;
    }
    // Asking noted it, too, for whoever joined with it; a beat too many costs nothing.
    known.set(visitor, { number: standing.kind === "at" ? standing.number : null, beatAt: 0 });
    for (const oldest of known.keys()) {
      if (known.size <= MOST_REMEMBERED) break;
      known.delete(oldest);
    }
  }

  async function send(asked: Question[]) {
    try {
      const standings = await store.look(eventId, asked);
      for (const [index, question] of asked.entries()) {
        const standing = standings[index] ?? { kind: "none" };
        remember(question.visitor, standing);
        question.resolve(standing);
      }
    } catch (error) {
      for (const question of asked) question.reject(error);
    }
  }

  function flush() {
    const asked = questions;
    questions = [];
    for (let from = 0; from < asked.length; from += MOST_IN_ONE_LOOK) {
      void send(asked.slice(from, from + MOST_IN_ONE_LOOK));
    }
  }

  return {
    /** Where a visitor stands without asking Redis; null where it has to be asked. `cursor`: null before the opening. */
    recall(visitor: string, cursor: number | null): Standing | null {
      const waiter = known.get(visitor);
      if (!waiter) return null;
      const { number } = waiter;
      if (number === null ? cursor !== null : cursor === null || number <= cursor) return null;
      if (now() - waiter.beatAt >= BEAT_MS) {
        waiter.beatAt = now();
        alive.push(visitor);
      }
      return number === null ? { kind: "lobby" } : { kind: "at", number };
    },

    ask(question: Asked): Promise<Standing> {
      return new Promise((resolve, reject) => {
        if (questions.length === 0) setTimeout(flush, GATHER_MS);
        questions.push({ ...question, resolve, reject });
      });
    },

    /** Who gave a sign of life since the last call. */
    takeAlive(): string[] {
      const taken = alive;
      alive = [];
      return taken;
    },
  };
}

export type Waiters = ReturnType<typeof createWaiters>;
