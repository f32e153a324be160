import { atMost, informational, type Metric, percentile } from "@/bench/metrics";
import { estimateLoad, type Load, systemModel } from "./loads";
import { type OnSaleResult, simulateOnSale } from "./on-sale";
import { millionScenario, type Scenario } from "./scenario";

/** Let in per minute. The last is more than people need to choose: the engine's share of the time is then seen, too. */
const RATES = [3_000, 12_000, 60_000];
const MINUTE = 60;

/** A million people and fifty thousand seats, at several rates of the waiting room: how long it takes, and the load on each part. */
export async function simulate(): Promise<Metric[]> {
  return RATES.flatMap((perMinute) => {
    const scene = { ...millionScenario, perMinute };
    return toOnSaleMetrics(scene, simulateOnSale(scene));
  });
}

function toOnSaleMetrics(
  { perMinute, people, seats }: Scenario,
  { soldOutAt, confirmedAt, ends, waits, seconds }: OnSaleResult,
) {
  const says = (what: string, value: number, unit = "") =>
    informational(`${perMinute.toLocaleString("en-GB")} let in a minute: ${what}`, value, unit);
  const loads = seconds.map((second) => estimateLoad(second, systemModel));
  const most = (values: number[]) => values.reduce((highest, value) => Math.max(highest, value), 0);
  const peak = (part: keyof Load) => most(loads.map((load) => load[part]));
  const whenOpen = loads.filter(
    (_, index) => (seconds[index]?.at ?? 0) >= MINUTE && (seconds[index]?.at ?? 0) < 2 * MINUTE,
  );
  const pollsOnceOpen = whenOpen.reduce((sum, load) => sum + load.polls, 0) / whenOpen.length;
  return [
    says("no seat left after", (soldOutAt ?? Number.NaN) / MINUTE, "min"),
    says("every seat confirmed after", (confirmedAt ?? Number.NaN) / MINUTE, "min"),
    says("wait of those let in, median", percentile(waits, 50) / MINUTE, "min"),
    says("wait of those let in, p95", percentile(waits, 95) / MINUTE, "min"),
    says("wait of those let in, longest", percentile(waits, 100) / MINUTE, "min"),
    says("bookings", ends.booked),
    says("people let in who found nothing left", ends.refused),
    says("people who got nothing", people - ends.booked),
    says("people waiting, at most", most(seconds.map((second) => second.waiting))),
    says("polls per second, at most", peak("polls")),
    says("polls per second, in the second minute", pollsOnceOpen),
    says("processors that answer polls, at most", peak("processors")),
    says("CDN requests per second, at most", peak("cdnRequests")),
    says("reservations per second, at most", most(seconds.map((second) => second.reservations))),
    says("reservations in line before the engine, at most", most(seconds.map((second) => second.queue))),
    says("Redis commands per second, at most", peak("redisCommands")),
    says("database transactions per second, at most", peak("transactions")),
    says("emails per second, at most", peak("emails")),
    says("Inngest runs per second, at most", peak("inngestRuns")),
    atMost(
      `${perMinute.toLocaleString("en-GB")} let in a minute: seats taken`,
      most(seconds.map((s) => s.taken)),
      "",
      seats,
    ),
  ];
}
