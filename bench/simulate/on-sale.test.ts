import { describe, expect, test } from "vitest";
import { simulateOnSale } from "./on-sale";
import { millionScenario, type Scenario } from "./scenario";

const small: Scenario = {
  ...millionScenario,
  people: 3_000,
  seats: 300,
  perMinute: 600,
  lobbySeconds: 120,
  comingSeconds: 60,
};

/** Ten people before the doors, four seats, one let in a second, and everybody does the same. */
const four: Scenario = {
  ...small,
  ...{ people: 10, seats: 4, perMinute: 60, inLobby: 1, wanted: [1], idle: 0, abandoned: 0, discouraged: 1 },
  ...{
    choosing: { median: 10, spread: 0 },
    checkout: { median: 20, spread: 0 },
    patience: { median: 9_999, spread: 0 },
  },
};

describe("an on-sale that can be worked out manually", () => {
  const { soldOutAt, confirmedAt, ends, waits, seconds } = simulateOnSale(four);

  test("sells four seats to four people", () => {
    expect(ends).toEqual({
      booked: 4,
      expired: 0,
      refused: 0,
      idle: 0,
      gaveUp: ends.gaveUp,
      emptyHanded: 6 - ends.gaveUp,
    });
    expect(waits).toHaveLength(4);
  });

  test("takes as long as the last of them needs", () => {
    expect(soldOutAt).toBe(Math.max(...waits) + 10);
    expect(confirmedAt).toBe(Math.max(...waits) + 30);
    expect(seconds.at(-1)).toMatchObject({ at: confirmedAt, taken: 4, confirmations: 1 });
  });

  test("lets nobody in before the opening, and one more each second after it", () => {
    const inOrder = waits.toSorted((a, b) => a - b);
    for (const [nth, wait] of inOrder.entries()) expect(wait).toBeGreaterThanOrEqual(nth);
    expect(seconds.filter(({ at }) => at <= 0).every(({ admissions }) => admissions === 0)).toBe(true);
  });
});

describe.each([1, 2, 3, 4, 5])("whatever is drawn (%i)", (seed) => {
  const { ends, waits, seconds, confirmedAt } = simulateOnSale({ ...small, seed, discouraged: 0 });
  const sum = (of: "joins" | "admissions" | "reservations" | "holds" | "confirmations" | "expiries") =>
    seconds.reduce((total, second) => total + second[of], 0);

  test("no seat is taken twice, and in the end all are", () => {
    expect(Math.max(...seconds.map(({ taken }) => taken))).toBe(small.seats);
    expect(confirmedAt).toBe(seconds.at(-1)?.at);
    expect(seconds.at(-1)?.taken).toBe(small.seats);
  });

  test("no visitor is lost or counted twice", () => {
    expect(Object.values(ends).reduce((total, one) => total + one, 0)).toBe(small.people);
    expect(ends.emptyHanded).toBeGreaterThanOrEqual(0);
    expect(sum("joins")).toBeLessThanOrEqual(small.people);
    expect(sum("admissions")).toBe(waits.length);
    expect(sum("reservations")).toBe(sum("holds") + ends.refused);
    expect(sum("holds")).toBe(ends.booked + ends.expired);
    expect(ends.booked).toBe(sum("confirmations"));
    expect(ends.expired).toBe(sum("expiries"));
  });
});

test("the same seed gives the same result, another seed another", () => {
  expect(simulateOnSale(small)).toEqual(simulateOnSale(small));
  expect(simulateOnSale({ ...small, seed: 2 }).seconds).not.toEqual(simulateOnSale(small).seconds);
});

test("with seats for all nobody is refused, and it ends when the last visitor has left", () => {
  const { ends, soldOutAt, confirmedAt } = simulateOnSale({ ...small, seats: 30_000, perMinute: 6_000 });
  expect({ soldOutAt, confirmedAt }).toEqual({ soldOutAt: null, confirmedAt: null });
  expect(ends).toMatchObject({ refused: 0, emptyHanded: 0 });
});

test("an engine that decides one reservation a second makes the others wait", () => {
  const { seconds } = simulateOnSale({ ...small, reservationsPerSecond: 1 });
  expect(Math.max(...seconds.map(({ reservations }) => reservations))).toBe(1);
  expect(Math.max(...seconds.map(({ queue }) => queue))).toBeGreaterThan(10);
});
