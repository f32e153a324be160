import type { SeededChoices } from "@/db/seed/random";
import type { Duration, Scenario } from "./scenario";

/** Seconds, from a log-normal distribution: nobody takes less than none, and a few take very long. */
export function sampleDurationSeconds({ median, spread }: Duration, { unit }: SeededChoices): number {
  const normal = Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
  return Math.max(1, Math.round(median * Math.exp(spread * normal)));
}

/** The second in which somebody comes, counted from the opening. Most come close to it. */
export function sampleArrivalSecond(
  { lobbySeconds, inLobby, comingSeconds }: Scenario,
  { unit }: SeededChoices,
): number {
  if (unit() < inLobby) return -1 - Math.floor(lobbySeconds * unit() ** 2);
  return Math.floor(-comingSeconds * Math.log(1 - unit()));
}

/** How many seats somebody wants: `wanted[n - 1]` is the share of those who want n. */
export function sampleSeats({ wanted }: Scenario, { unit }: SeededChoices): number {
  let rest = unit();
  for (const [index, share] of wanted.entries()) {
    rest -= share;
    if (rest < 0) return index + 1;
  }
  return wanted.length;
}

/** The same people in an order that is drawn. */
export function shuffle(people: number[], { below }: SeededChoices): number[] {
  const order = [...people];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}
