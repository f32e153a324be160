import { type ChildProcess, fork } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type ProcessReply, type ProcessSettings, processReplySchema } from "./messages";

const program = fileURLToPath(new URL("./app-process-cli.ts", import.meta.url));

/** The answer to a buyer whose request was in a process that was killed: its result is unknown. */
const LOST = "LOST";

/** One of the app processes. When it is killed another takes its place. */
export class AppProcess {
  readonly #asked = new Map<number, (answer: ProcessReply) => void>();
  readonly #questions = new EventEmitter();
  #child: ChildProcess;
  #ready: Promise<void>;
  #next = 0;
  #isOver = false;
  #lastKill: Promise<unknown> = Promise.resolve();

  constructor(readonly setting: ProcessSettings) {
    [this.#child, this.#ready] = this.#start();
  }

  #start(): [ChildProcess, Promise<void>] {
    const child = fork(program, [JSON.stringify(this.setting)], {
      execArgv: ["--import", "tsx"],
      env: { ...process.env, LOG_LEVEL: "error" },
      stdio: ["ignore", 2, 2, "ipc"],
    });
    // What is sent to a process that has just been killed is lost, as everything else it had.
    child.on("error", () => {});
    const ready = new Promise<void>((resolve) => {
      child.once("message", () => resolve());
      child.once("exit", () => resolve());
    });
    child.on("message", (message) => {
      const parsed = processReplySchema.safeParse(message);
      if (parsed.success) this.#settle(parsed.data);
    });
    child.once("exit", () => {
      for (const id of [...this.#asked.keys()]) this.#settle({ id, code: LOST });
      if (!this.#isOver) [this.#child, this.#ready] = this.#start();
    });
    return [child, ready];
  }

  #settle(given: ProcessReply) {
    this.#asked.get(given.id)?.(given);
    this.#asked.delete(given.id);
  }

  /** Resolves when the current process accepts requests. */
  get ready() {
    return this.#ready;
  }

  /** Asks for a seat. */
  async reserve(userId: number, idempotencyKey: string): Promise<ProcessReply> {
    await this.#ready;
    const id = this.#next;
    this.#next += 1;
    return new Promise((resolve) => {
      this.#asked.set(id, resolve);
      const isSent = this.#child.connected && this.#child.send({ id, userId, idempotencyKey }, () => {});
      if (isSent === false && !this.#child.connected) this.#settle({ id, code: LOST });
      this.#questions.emit("asked");
    });
  }

  /**
   * Kills it as a power cut does, shortly after a request; without one, once `noneLeft` says that no more will come.
   * True if it was processing requests.
   */
  kill(delayMs: number, noneLeft: AbortSignal): Promise<boolean> {
    const killed = this.#lastKill.then(async () => {
      for (;;) {
        await this.#ready;
        if (this.#asked.size === 0 && !noneLeft.aborted) {
          await once(this.#questions, "asked", { signal: noneLeft }).catch(() => {});
        }
        await setTimeout(delayMs);
        const child = this.#child;
        const hasWork = this.#asked.size > 0;
        const exited = new Promise((resolve) => child.once("exit", resolve));
        if (!child.kill("SIGKILL")) continue;
        await exited;
        return hasWork;
      }
    });
    this.#lastKill = killed;
    return killed;
  }

  stop() {
    this.#isOver = true;
    this.#child.kill("SIGKILL");
  }
}
