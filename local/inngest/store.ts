import { Journal } from "@/local/journal";
import { cronEvent, type InngestEvent, type JournalRecord, type Run, type Step } from "./types";

const dedupMs = 24 * 60 * 60 * 1000;
/** Cron runs come every minute and would soon crowd out everything else. */
const endedRunsKept = { event: 1000, clock: 100 };

/** The executor's state: in memory, and in the journal that can rebuild it. */
export class Store {
  readonly runs = new Map<string, Run>();
  /** Events that were accepted before the functions were known, and so started nothing yet. */
  readonly pending = new Map<string, InngestEvent>();
  #active = new Map<string, Set<string>>();
  #steps = new Map<string, Map<string, Step>>();
  #waits = new Map<string, Set<string>>();
  #seen = new Map<string, number>();
  #ended: Record<keyof typeof endedRunsKept, string[]> = { event: [], clock: [] };
  #unwritten: JournalRecord[] = [];
  #touched = new Set<string>();
  #journal: Journal<JournalRecord> | null = null;

  /** @param onStored gets the ids of the runs that changed, once the change is on disk */
  constructor(private readonly onStored: (runIds: Iterable<string>) => void) {}

  async open(dir: string) {
    this.#journal = await Journal.open(
      dir,
      (record) => this.#apply(record),
      () => this.#snapshot(),
    );
  }

  /** Applies a record in memory. `commit` has to follow in the same turn of the event loop. */
  put(record: JournalRecord) {
    this.#apply(record);
    this.#unwritten.push(record);
    if (record.put === "run") this.#touched.add(record.run.id);
    if (record.put === "step") this.#touched.add(record.runId);
  }

  /** Writes all that was put since the last commit as one group; resolves once it is on disk. */
  async commit() {
    const records = this.#unwritten;
    const touched = this.#touched;
    this.#unwritten = [];
    this.#touched = new Set();
    await this.#journal?.append(records);
    this.onStored(touched);
    this.#forget(Date.now());
  }

  activeRuns(functionId?: string): Run[] {
    const ids =
      functionId === undefined ? [...this.#active.values()].flatMap((set) => [...set]) : this.#active.get(functionId);
    return [...(ids ?? [])].flatMap((id) => this.runs.get(id) ?? []);
  }

  steps(runId: string): Step[] {
    return [...(this.#steps.get(runId)?.values() ?? [])];
  }

  step(runId: string, stepId: string): Step | undefined {
    return this.#steps.get(runId)?.get(stepId);
  }

  completedSteps(runId: string): Step[] {
    const completed = this.steps(runId).filter((step) => step.seq !== undefined);
    return completed.sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
  }

  /** The steps of active runs that wait for an event of this name. */
  waitingSteps(eventName: string): { run: Run; step: Step }[] {
    return [...(this.#waits.get(eventName) ?? [])].flatMap((key) => {
      const [runId = "", stepId = ""] = key.split("/");
      const run = this.runs.get(runId);
      const step = this.step(runId, stepId);
      return run?.status === "active" && step ? { run, step } : [];
    });
  }

  hasSeen(key: string, now: number): boolean {
    const at = this.#seen.get(key);
    return at !== undefined && now - at < dedupMs;
  }

  close() {
    return this.#journal?.close();
  }

  #forget(now: number) {
    for (const [key, at] of this.#seen) {
      if (now - at < dedupMs) break;
      this.#seen.delete(key);
    }
    // The journal's next compaction drops these, too.
    const { event, clock } = this.#ended;
    for (const id of event.splice(0, event.length - endedRunsKept.event)) this.#drop(id);
    for (const id of clock.splice(0, clock.length - endedRunsKept.clock)) this.#drop(id);
  }

  #drop(id: string) {
    for (const step of this.steps(id)) this.#waits.get(step.waitFor?.event ?? "")?.delete(`${id}/${step.id}`);
    this.runs.delete(id);
    this.#steps.delete(id);
  }

  #apply(record: JournalRecord) {
    if (record.put === "run") this.#applyRun(record.run);
    else if (record.put === "step") this.#applyStep(record.runId, record.step);
    else if (record.put === "pending") this.pending.set(record.event.id, record.event);
    else if (record.put === "routed") this.pending.delete(record.eventId);
    else {
      this.#seen.delete(record.key);
      this.#seen.set(record.key, record.at);
    }
  }

  #applyStep(runId: string, step: Step) {
    const steps = this.#steps.get(runId) ?? new Map<string, Step>();
    this.#steps.set(runId, steps.set(step.id, step));
    if (!step.waitFor) return;
    const waits = this.#waits.get(step.waitFor.event) ?? new Set();
    this.#waits.set(step.waitFor.event, waits);
    if (step.state === "waiting") waits.add(`${runId}/${step.id}`);
    else waits.delete(`${runId}/${step.id}`);
  }

  #applyRun(run: Run) {
    const before = this.runs.get(run.id);
    this.runs.set(run.id, run);
    const active = this.#active.get(run.functionId) ?? new Set();
    this.#active.set(run.functionId, active);
    if (run.status === "active") active.add(run.id);
    else {
      active.delete(run.id);
      if (!before || before.status === "active")
        this.#ended[run.event.name === cronEvent ? "clock" : "event"].push(run.id);
    }
  }

  *#snapshot(): Iterable<JournalRecord> {
    this.#forget(Date.now());
    for (const [key, at] of this.#seen) yield { put: "seen", key, at };
    for (const event of this.pending.values()) yield { put: "pending", event };
    for (const run of this.runs.values()) {
      yield { put: "run", run };
      for (const step of this.steps(run.id)) yield { put: "step", runId: run.id, step };
    }
  }
}
