import { checkOutCommit } from "@/bench/commit-checkout";
import { cpuSecondsOf, cpuSecondsWithChildren } from "@/bench/cpu-seconds";
import { atMost, informational, type Metric } from "@/bench/metrics";
import { Samples } from "@/bench/samples";
import type { Comparison, Contender } from "./comparison";
import { doorComparisons } from "./door";
import { engine } from "./engine";
import { http } from "./http";
import { ratioMetric } from "./interval";
import { search } from "./search";
import { openServers, type Servers } from "./servers";
import { openSide } from "./side";

const SOLO_ROUNDS = 5;

/** By the names of the benches. */
export const comparisons: Record<string, Comparison[]> = {
  engine: [engine],
  http: [http],
  door: doorComparisons,
  search: [search],
};

/** Benches of this commit and of another, in paired rounds that take turns at being first. */
export async function versus(commit: string, names: string[], rounds: number): Promise<Metric[]> {
  const other = await checkOutCommit(commit);
  const servers = await openServers("bench-versus");
  const sides = [await openSide(servers), await openSide(servers, other)];
  const metrics: Metric[] = [];
  for (const comparison of names.flatMap((name) => comparisons[name] ?? [])) {
    console.log(`${comparison.name}: ${rounds} paired rounds …`);
    const contenders = await comparison.open(sides, servers);
    const [ours, theirs] = contenders.map((contender) => new Series(contender, servers));
    if (!ours || !theirs) throw new Error("a comparison takes two");
    await ours.warmUp();
    await theirs.warmUp();
    for (let round = 0; round < rounds; round += 1) {
      for (const series of round % 2 === 0 ? [ours, theirs] : [theirs, ours]) await series.round();
    }
    for (const contender of contenders) await contender.close();
    metrics.push(...toComparisonMetrics(comparison, ours, theirs, other.commit.slice(0, 7)));
  }
  return metrics;
}

/** The door bench by itself, on this commit. */
export async function door(): Promise<Metric[]> {
  const servers = await openServers("bench-door");
  const side = await openSide(servers);
  const metrics: Metric[] = [];
  for (const comparison of doorComparisons) {
    const [contender] = await comparison.open([side], servers);
    if (!contender) throw new Error("nothing to measure");
    const series = new Series(contender, servers);
    await series.warmUp();
    for (let round = 0; round < SOLO_ROUNDS; round += 1) await series.round();
    await contender.close();
    for (const [key, { name, unit }] of Object.entries(comparison.values)) {
      metrics.push(...series.of(key).toMetrics(name, unit));
    }
    metrics.push(atMost(`${comparison.name}: other answers`, series.failed, "", 0));
  }
  return metrics;
}

/** The rounds of one side. */
class Series {
  failed = 0;
  private readonly taken = new Map<string, Samples>();

  constructor(
    private readonly contender: Contender,
    private readonly servers: Servers,
  ) {}

  of(key: string): Samples {
    const rounds = this.taken.get(key) ?? new Samples();
    this.taken.set(key, rounds);
    return rounds;
  }

  async warmUp() {
    await this.servers.emptyRedis();
    await this.contender.round();
  }

  async round() {
    await this.servers.emptyRedis();
    const before = this.cpuSeconds();
    const { values, answered, failed } = await this.contender.round();
    const after = this.cpuSeconds();
    for (const [key, value] of Object.entries(values)) this.of(key).add(value);
    for (const key of cpuKeys) this.of(key).add(((after[key] - before[key]) / answered) * 1_000);
    this.failed += failed;
  }

  private cpuSeconds() {
    const application = this.contender.pids.reduce((sum, pid) => sum + cpuSecondsOf(pid), 0);
    return { application, database: cpuSecondsWithChildren(this.servers.postgresPid) };
  }
}

const cpuKeys = ["application", "database"] as const;
const cpuNames = { application: "processor time of the application", database: "processor time of PostgreSQL" };

function toComparisonMetrics(comparison: Comparison, ours: Series, theirs: Series, other: string): Metric[] {
  const metrics: Metric[] = [];
  const add = (key: string, name: string, unit: string, bar?: Parameters<typeof ratioMetric>[2]) => {
    const [one, two] = [ours.of(key), theirs.of(key)];
    metrics.push(
      ratioMetric(`${name}: this over ${other}`, one.ratioTo(two).values, bar),
      informational(`${name}: this`, one.median, unit),
      informational(`${name}: ${other}`, two.median, unit),
    );
  };
  for (const [key, { name, unit, bar }] of Object.entries(comparison.values)) add(key, name, unit, bar);
  for (const key of cpuKeys)
    add(key, `${comparison.name}: ${cpuNames[key]} for ${comparison.answer ?? "a booking"}`, "ms");
  metrics.push(atMost(`${comparison.name}: other answers of this`, ours.failed, "", 0));
  return [...metrics, informational(`${comparison.name}: other answers of ${other}`, theirs.failed, "")];
}
