import { type Child, startChild, stopProcess } from "./processes";
import type { Shutdown } from "./shutdown";

const STOP_TIMEOUT_MS = 5_000;
const NOTICE_AFTER_MS = 1_500;

/** The processes this one has started: they end with it, and `onChange` is called before anything else. */
export class ProcessGroup {
  readonly children: Child[] = [];

  constructor(
    readonly shutdown: Shutdown,
    readonly onChange: () => void = () => {},
  ) {}

  #add(child: Child, patienceMs: number) {
    this.children.push(child);
    this.onChange();
    this.shutdown.add(() => this.#stop(child, patienceMs));
  }

  async #stop({ name, mark }: Child, patienceMs: number) {
    const until = this.shutdown.forceSignal;
    const patience = `${patienceMs / 1_000} s`;
    const announce = () =>
      console.log(`${name} has up to ${patience} to finish. Another signal or Ctrl-C ends it now.`);
    const onForce = () => {
      const when = until.aborted ? "when asked again" : `after ${patience}`;
      console.error(`${name} had not finished ${when}, and was ended by force.`);
    };
    const timer = setTimeout(announce, NOTICE_AFTER_MS);
    await stopProcess(mark, "SIGTERM", { milliseconds: patienceMs, until, onForce });
    clearTimeout(timer);
  }

  /** A process that has to live as long as this one: if it exits, everything stops. */
  readonly supervise = (child: Child, patienceMs = STOP_TIMEOUT_MS) => {
    this.#add(child, patienceMs);
    void child.exited.then((code) => {
      if (this.shutdown.isShuttingDown) return;
      console.error(`${child.name} has stopped (${code ?? "killed"}). Stopping everything else.`);
      void this.shutdown.end(1);
    });
  };

  /** Runs a Node program to its end and returns its exit code. */
  async run(name: string, args: string[], env: NodeJS.ProcessEnv): Promise<number> {
    const child = startChild(name, process.execPath, args, { env });
    this.#add(child, STOP_TIMEOUT_MS);
    return (await child.exited) ?? 1;
  }
}
