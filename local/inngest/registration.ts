import { setTimeout } from "node:timers/promises";
import { log } from "@/lib/log";
import { callApp } from "./app-client";

const firstPauseMs = 250;
const maxPauseMs = 2000;

/** Polls the app for its functions until it answers. */
export class Registration {
  #running = false;
  #received = 0;
  #lastProblem = "";

  constructor(
    private readonly appUrl: URL,
    private readonly ownUrl: () => string,
    private readonly signal: AbortSignal,
    private readonly onRegistered: () => void,
  ) {}

  /** Called when the app has sent its functions, in response to a poll. */
  markReceived() {
    this.#received += 1;
  }

  /** Starts polling, unless it already runs. */
  start() {
    if (this.#running || this.signal.aborted) return;
    this.#running = true;
    void this.#untilRegistered();
  }

  async #untilRegistered() {
    for (let pauseMs = firstPauseMs; !this.signal.aborted; pauseMs = Math.min(pauseMs * 2, maxPauseMs)) {
      const problem = await this.#ask();
      if (problem === null) {
        this.#running = false;
        this.#lastProblem = "";
        return this.onRegistered();
      }
      await setTimeout(pauseMs, undefined, { signal: this.signal }).catch(() => {});
    }
  }

  async #ask(): Promise<string | null> {
    const before = this.#received;
    const answer = await callApp("PUT", this.appUrl, undefined, this.signal);
    if (answer.kind === "unreachable") return answer.reason;
    if (answer.status === 200 && this.#received > before) return null;
    const problem =
      answer.status === 200
        ? `the app registered with another Inngest; start it with INNGEST_DEV=${this.ownUrl()}`
        : JSON.stringify(answer.body);
    if (problem !== this.#lastProblem) log.error("inngest.registration.refused", { problem });
    this.#lastProblem = problem;
    return problem;
  }
}
