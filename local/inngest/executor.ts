import { setMaxListeners } from "node:events";
import { log } from "@/lib/log";
import { type AppResponse, callApp } from "./app-client";
import { applyResult, isDue, isPending, requestBody } from "./apply-result";
import { type Backoff, inngestBackoff } from "./backoff";
import { Crons } from "./crons";
import { type Call, callKey, Dispatcher, type Slot } from "./dispatcher";
import { compileKey } from "./expression";
import { routeEvent, startRun } from "./lifecycle";
import { expireStep } from "./operations";
import { Registration } from "./registration";
import { Store } from "./store";
import { Throttle } from "./throttle";
import { Timers } from "./timers";
import { cronEvent, type FunctionConfig, type InngestEvent, type Run } from "./types";

const pauseAfterInterruptionMs = 250;
const maxPauseMs = 10_000;

/** Runs the app's functions: what is due is called, and what comes back is stored before anything follows from it. */
export class Executor {
  readonly functions = new Map<string, FunctionConfig>();
  readonly store = new Store((runIds) => this.#reschedule(runIds));
  readonly registration: Registration;
  #throttle = new Throttle();
  #timers = new Timers();
  #crons = new Crons((functionId, cron) => this.#tick(functionId, cron));
  #dispatcher = new Dispatcher(
    (call) => this.#slotsOf(call),
    (call) => this.#perform(call),
    (call) => this.#reschedule([call.runId]),
  );
  #interruptions = new Map<string, number>();
  #stop = new AbortController();
  #registered = false;

  constructor(
    private readonly appUrl: URL,
    ownUrl: () => string,
    private readonly backoff: Backoff = inngestBackoff,
  ) {
    // Every call under way listens to it.
    setMaxListeners(0, this.#stop.signal);
    this.registration = new Registration(appUrl, ownUrl, this.#stop.signal, () => this.#dispatcher.resume());
  }

  /** Takes over the app's functions, and sets off everything that waited for them to be known. */
  register(functions: FunctionConfig[]) {
    this.functions.clear();
    for (const config of functions) this.functions.set(config.id, config);
    this.#crons.set(functions);
    if (!this.#registered) this.#throttle.restore(this.functions, this.store.runs.values());
    this.#registered = true;
    this.registration.markReceived();
    const known = this.store.activeRuns().map(({ id }) => id);
    for (const event of this.store.pending.values()) {
      routeEvent(this.#context, event);
      this.store.put({ put: "routed", eventId: event.id });
    }
    // The runs that have just been started follow when they are on disk.
    this.#commit();
    this.#reschedule(known);
  }

  /** Resolves once the events are on disk. One that has been accepted before changes nothing. */
  async accept(events: InngestEvent[]) {
    for (const event of events) {
      const key = `event:${event.id}`;
      if (this.store.hasSeen(key, Date.now())) continue;
      this.store.put({ put: "seen", key, at: Date.now() });
      if (this.#registered) routeEvent(this.#context, event);
      else this.store.put({ put: "pending", event });
    }
    await this.store.commit();
  }

  async close() {
    this.#stop.abort();
    this.#dispatcher.pause();
    this.#crons.set([]);
    this.#timers.clearAll();
    await this.store.close();
  }

  get #context() {
    return { store: this.store, functions: this.functions, throttle: this.#throttle };
  }

  #commit() {
    this.store.commit().catch((error: unknown) => this.#fail(error));
  }

  #fail(error: unknown) {
    if (this.#stop.signal.aborted) return;
    // Stops if it cannot store: a restart continues from the last stored state.
    this.#dispatcher.pause();
    log.error("inngest.journal.failed", { message: error instanceof Error ? error.message : String(error) });
  }

  #tick(functionId: string, cron: string) {
    const config = this.functions.get(functionId);
    // While the app is down ticks would pile up: one that has not begun stands for all that follow it.
    const begun = this.store.activeRuns(functionId).every((run) => run.shown >= 0 || run.event.data.cron !== cron);
    if (!config || !begun) return;
    const now = Date.now();
    const event = { id: `cron:${functionId}:${cron}:${now}`, name: cronEvent, data: { cron }, ts: now };
    startRun(this.#context, config, event);
    this.#commit();
  }

  #reschedule(runIds: Iterable<string>) {
    if (!this.#registered || this.#stop.signal.aborted) return;
    for (const id of runIds) {
      const run = this.store.runs.get(id);
      if (!run) continue;
      const active = run.status === "active" && this.functions.has(run.functionId);
      this.#setTimer(run, "step", active && isDue(this.store, run) ? run.dueAt : undefined, () =>
        this.#dispatcher.add({ runId: id, stepId: "step" }),
      );
      for (const step of this.store.steps(id)) {
        const dueAt = active && isPending(step) ? step.dueAt : undefined;
        this.#setTimer(run, step.id, dueAt, () => {
          if (step.state === "planned") return this.#dispatcher.add({ runId: id, stepId: step.id });
          expireStep(this.#context, run, step);
          this.#commit();
        });
      }
    }
  }

  #setTimer(run: Run, stepId: string, dueAt: number | undefined, action: () => void) {
    const call = { runId: run.id, stepId };
    const key = callKey(call);
    if (dueAt === undefined || this.#dispatcher.has(call)) return this.#timers.clear(key);
    const interruptions = this.#interruptions.get(key) ?? 0;
    const pauseMs = interruptions && Math.min(pauseAfterInterruptionMs * 2 ** (interruptions - 1), maxPauseMs);
    this.#timers.set(key, Math.max(dueAt, pauseMs && Date.now() + pauseMs), action);
  }

  #slotsOf({ runId }: Call): Slot[] | null {
    const run = this.store.runs.get(runId);
    const config = run && this.functions.get(run.functionId);
    if (run?.status !== "active" || !config) return null;
    return config.concurrency.map(({ limit, key }) => ({
      key: `${config.id} ${key ? `${key} ${compileKey(key)(run.event)}` : ""}`,
      limit,
    }));
  }

  async #perform(call: Call) {
    const run = this.store.runs.get(call.runId);
    const config = run && this.functions.get(run.functionId);
    if (!run || !config) return;
    const shown = this.store.completedSteps(run.id).length;
    const url = new URL(this.appUrl);
    url.searchParams.set("fnId", run.functionId);
    url.searchParams.set("stepId", call.stepId);
    const answer = await callApp("POST", url, requestBody(this.store, run, call, config), this.#stop.signal);
    if (this.#stop.signal.aborted) return;
    if (this.#interrupted(call, answer)) return;
    const now = this.store.runs.get(call.runId);
    if (now?.status !== "active" || answer.kind !== "answer") return;
    applyResult(this.#context, { run: now, stepId: call.stepId, shown, config, backoff: this.backoff }, answer);
    await this.store.commit().catch((error: unknown) => this.#fail(error));
  }

  /** Whether the call did not reach its function. It then counts as no attempt, and is repeated when the app is back. */
  #interrupted(call: Call, answer: AppResponse): boolean {
    const unknownFunction =
      answer.kind === "answer" &&
      answer.status === 500 &&
      JSON.stringify(answer.body).includes("was not found in this app");
    if (answer.kind === "answer" && !unknownFunction) {
      this.#interruptions.delete(callKey(call));
      return false;
    }
    this.#interruptions.set(callKey(call), (this.#interruptions.get(callKey(call)) ?? 0) + 1);
    this.#dispatcher.pause();
    this.registration.start();
    return true;
  }
}
