import { expect, test } from "vitest";
import { estimateLoad, type SystemModel } from "./loads";
import { emptyTick } from "./tick";

const machine: SystemModel = {
  ...{ processes: 2, pollsPerProcessor: 100, filesPerVisit: 10, transactionMs: 100 },
  ...{ roomReads: { commands: 1, queries: 2 }, look: { most: 50, everyMs: 100 }, beat: { everySeconds: 20, most: 10 } },
  hold: { commands: 6, queries: 5, runs: 1, emails: 0 },
  confirmation: { commands: 2, queries: 8, runs: 1, emails: 1 },
  expiry: { commands: 0, queries: 2, runs: 0, emails: 0 },
};

test("a second in which nothing happens costs what the processes read by themselves", () => {
  const none = { polls: 0, processors: 0, cdnRequests: 0, emails: 0, inngestRuns: 0 };
  expect(estimateLoad(emptyTick(0), machine)).toEqual({ ...none, redisCommands: 2, transactions: 4 });
});

test("a second of work is shared between the parts", () => {
  const second = { ...emptyTick(0), joins: 50, polls: 150, looks: 60, waiting: 800 };
  const load = estimateLoad({ ...second, reservations: 12, holds: 10, confirmations: 10, expiries: 5 }, machine);
  expect(load).toEqual({
    ...{ polls: 150, processors: 2, cdnRequests: 500, emails: 10, inngestRuns: 20 },
    // 2 ticks, 20 looks, 4 beats; locks, limits and turns.
    redisCommands: 2 + 20 + 4 + 60 + 20,
    // 4 reads; 20 batches instead of 27 decisions, and twice 20 relays of 25 announcements; all else one by one.
    transactions: 4 + 20 + 40 + 50 + 80 + 10,
  });
});
