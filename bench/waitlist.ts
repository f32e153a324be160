import { checkOutCommit } from "./commit-checkout";
import { atLeast, atMost, informational, type Metric } from "./metrics";
import { Samples } from "./samples";
import { openServers } from "./versus/servers";
import { openSide, type Side } from "./versus/side";

/** The last commit with a transaction for each join, and runs that read the whole waitlist. */
const BASELINE_COMMIT = "31f4836";
const ROUNDS = 5;
const BUYER_LOAD = { people: 2_000, atOnce: 256 };
const WAITLIST_LENGTH = 10_000;

/**
 * 2,000 people join the waitlist of a sold-out event, against as many who reserve; and one freed seat and 10,000 entries
 * that cannot use it. Through the manager of one process, on this commit and on the one before, in turns.
 */
export async function waitlist(): Promise<Metric[]> {
  const servers = await openServers("bench-versus");
  const before = await checkOutCommit(BASELINE_COMMIT);
  const [ours, theirs] = [await contender(await openSide(servers)), await contender(await openSide(servers, before))];
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const side of round % 2 === 0 ? [ours, theirs] : [theirs, ours]) {
      await servers.emptyRedis();
      // The first round warms both up.
      await side.round(round > 0);
    }
  }
  ours.close();
  theirs.close();

  const joins = ours.joins.ratioTo(ours.reservations);
  const metrics = [
    atLeast("joins a second, of reservations a second", joins.median, "×", 0.7),
    joins.spreadMetric("joins over reservations"),
    informational(`joins over reservations: ${BASELINE_COMMIT}`, theirs.joins.ratioTo(theirs.reservations).median, "×"),
  ];
  for (const [key, name] of Object.entries(cases)) {
    const ratio = ours.underLock[key as Case].ratioTo(theirs.underLock[key as Case]);
    metrics.push(atMost(`${name}: time under the lock, of that of ${BASELINE_COMMIT}`, ratio.median, "×", 1 / 20));
    metrics.push(ratio.spreadMetric(name));
  }
  for (const side of [ours, theirs]) {
    metrics.push(...side.joins.toMetrics(`${side.name}: joins`, "a second"));
    metrics.push(...side.reservations.toMetrics(`${side.name}: reservations`, "a second"));
    for (const [key, name] of Object.entries(cases)) {
      metrics.push(...side.underLock[key as Case].toMetrics(`${side.name}: ${name}, under the lock`, "ms"));
    }
  }
  metrics.push(atMost("answers that were neither a booking nor a waitlist entry", ours.others, "", 0));
  return [...metrics, informational(`the same: ${BASELINE_COMMIT}`, theirs.others, "")];
}

const cases = {
  tooLarge: `one seat before ${WAITLIST_LENGTH} entries that are too large`,
  typeSoldOut: `one seat before ${WAITLIST_LENGTH} entries whose ticket type is sold out`,
};
type Case = keyof typeof cases;

async function contender(side: Side) {
  const adapter = await side.adapter("waitlist", { PEOPLE: String(WAITLIST_LENGTH) });
  const taken = {
    ...{ name: side.name, joins: new Samples(), reservations: new Samples(), others: 0 },
    underLock: { tooLarge: new Samples(), typeSoldOut: new Samples() },
    close: adapter.close,
    async round(isCounted: boolean) {
      type Answered = { perSecond: number; others: number };
      const reserved = await adapter.call<Answered>("reserve", BUYER_LOAD);
      const joined = await adapter.call<Answered>("join", BUYER_LOAD);
      const times = {
        tooLarge: await adapter.call<number>("tooLarge", WAITLIST_LENGTH),
        typeSoldOut: await adapter.call<number>("typeSoldOut", WAITLIST_LENGTH),
      };
      if (!isCounted) return;
      taken.reservations.add(reserved.perSecond);
      taken.joins.add(joined.perSecond);
      taken.others += reserved.others + joined.others;
      taken.underLock.tooLarge.add(times.tooLarge);
      taken.underLock.typeSoldOut.add(times.typeSoldOut);
    },
  };
  return taken;
}
