import type { TickStats } from "./tick";

/** The machines that serve an on-sale, and the cost of each kind of event on them. */
export type SystemModel = {
  /** Processes of the application. */
  processes: number;
  /** Polls that one processor answers per second. */
  pollsPerProcessor: number;
  /** Files of a first visit, all static. */
  filesPerVisit: number;
  /** Answered from memory; each process reads them anew once a second. */
  roomReads: { commands: number; queries: number };
  /** Visitors that one command asks about, and how soon one follows another. */
  look: { most: number; everyMs: number };
  /** How often a heartbeat is sent for each visitor, and how many go in one command. */
  beat: { everySeconds: number; most: number };
  /** Decisions of an event share a transaction: how long one takes. */
  transactionMs: number;
  /** Also, for each hold, confirmation and expired hold. */
  hold: Costs;
  confirmation: Costs;
  expiry: Costs;
};

type Costs = { commands: number; queries: number; runs: number; emails: number };

/** The load on each part in one second. `transactions` includes single statements. */
export type Load = {
  polls: number;
  processors: number;
  cdnRequests: number;
  redisCommands: number;
  transactions: number;
  emails: number;
  inngestRuns: number;
};

export const systemModel: SystemModel = {
  // Assumed; what follows from it is little: a process costs Redis and the database a few reads a second.
  processes: 60,
  // Measured: an empty route handler on one processor, which a poll is nearly. `npm run bench -- room` has the poll.
  pollsPerProcessor: 945,
  // Counted: HTML, scripts, styles, fonts and the cover of /events/[slug].
  filesPerVisit: 25,
  // lib/waiting-room/rooms.ts: a tick and the beats; the room's settings and what is left.
  roomReads: { commands: 1, queries: 2 },
  // lib/waiting-room/known-visitors.ts
  look: { most: 500, everyMs: 5 },
  beat: { everySeconds: 20, most: 1_000 },
  // Assumed for a few decisions at once, with 1 ms of network.
  transactionMs: 10,
  // Counted in lib/checkout/actions.ts: lock and release, three limits, the turn; viewer, event, checkout page, expiry.
  hold: { commands: 6, queries: 6, runs: 1, emails: 0 },
  // Two limits; viewer, booking page; the email's data, claim and mark.
  confirmation: { commands: 2, queries: 8, runs: 1, emails: 1 },
  expiry: { commands: 0, queries: 2, runs: 0, emails: 0 },
};

export function estimateLoad(second: TickStats, machine: SystemModel): Load {
  const { joins, polls, looks, waiting, reservations, holds, confirmations, expiries } = second;
  const { processes, roomReads, look, beat, hold, confirmation, expiry } = machine;
  const total = (of: keyof Costs) => holds * hold[of] + confirmations * confirmation[of] + expiries * expiry[of];

  const lookCommands = Math.max(Math.min(looks, (processes * 1_000) / look.everyMs), looks / look.most);
  const beatCommands = waiting === 0 ? 0 : Math.max(processes, waiting / beat.everySeconds / beat.most);
  const batches = (requests: number) => Math.min(requests, (processes * 1_000) / machine.transactionMs);
  return {
    polls,
    processors: (polls + joins) / machine.pollsPerProcessor,
    cdnRequests: joins * machine.filesPerVisit,
    redisCommands: processes * roomReads.commands + lookCommands + beatCommands + total("commands"),
    // The decisions, and their announcements relayed to Inngest: taken in one statement, marked as sent in another.
    transactions:
      processes * roomReads.queries +
      batches(reservations + confirmations + expiries) +
      2 * batches(holds + confirmations + expiries) +
      total("queries"),
    emails: total("emails"),
    inngestRuns: total("runs"),
  };
}
