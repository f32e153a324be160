import { setTimeout } from "node:timers/promises";
import { type Child, isRunning, stopProcess } from "@/local/processes";
import { freezeTree, killTree, thawTree } from "./process-tree";

const STOP_TIMEOUT_MS = 10_000;

/** Something that the application needs, or itself, in processes of its own. */
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

  /** On the same port with the same data, however often. Resolves when it accepts connections. */
  async start() {
    await this.launch((child) => {
      this.#child = child;
    });
  }

  /** Ends every process of it without a word, and waits until none is left. */
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

  /** Ends it in order, in whatever state it is. */
  async stop() {
    const child = this.#child;
    this.#child = null;
    if (!child || !isRunning(child.mark)) return;
    thawTree(child.mark.pid);
    await stopProcess(child.mark, this.stopSignal, { milliseconds: STOP_TIMEOUT_MS });
  }
}

/** Waits up to half a minute until `attempt` does not fail. */
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
