import { setTimeout } from "node:timers/promises";
import { type Child, isRunning, stopProcess } from "@/local/processes";
import { freezeTree, killTree, thawTree } from "./process-tree";

const STOP_TIMEOUT_MS = 10_000;

/** The application, or a service it needs, in processes of its own. */
export class DrillService {
  #child: Child | null = null;

  /** @param launch starts it, and resolves when it accepts connections; `onChild` gets its process before. */
  constructor(
    readonly name: string,
    private readonly launch: (onChild: (child: Child) => void) => Promise<unknown>,
    private readonly stopSignal: NodeJS.Signals = "SIGTERM",
  ) {}

  get child() {
    if (!this.#child) throw new Error(`${this.name} does not run`);
    return this.#child;
  }

  /** Starts it on the same port with the same data. Resolves when it accepts connections. */
  async start() {
    await this.launch((child) => {
      this.#child = child;
    });
  }

  /** Kills all of its processes, and waits until none is left. */
  async kill() {
    const { child } = this;
    killTree(child.mark.pid);
    await child.exited;
    this.#child = null;
  }

  freeze() {
    freezeTree(this.child.mark.pid);
  }

  thaw() {
    thawTree(this.child.mark.pid);
  }

  /** Stops it cleanly, in any state. */
  async stop() {
    const child = this.#child;
    this.#child = null;
    if (!child || !isRunning(child.mark)) return;
    thawTree(child.mark.pid);
    await stopProcess(child.mark, this.stopSignal, { milliseconds: STOP_TIMEOUT_MS });
  }
}

/** Retries `attempt` for up to half a minute until it succeeds. */
export async function retryUntilSuccess<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = 1_200; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (left === 0) throw error;
      await setTimeout(25);
    }
  }
}
