import { type Child, startChild, stopProcess } from "./processes";
import type { Shutdown } from "./shutdown";

/** The processes this one has started: they end with it, and `onChange` is told of them before anything else. */
export class Family {
  readonly children: Child[] = [];

  constructor(
    readonly shutdown: Shutdown,
    readonly onChange: () => void = () => {},
  ) {}

  #add(child: Child) {
    this.children.push(child);
    this.onChange();
    this.shutdown.add(() => stopProcess(child.mark));
  }

  /** One that has to live as long as this process: when it stops by itself, everything stops. */
  readonly keep = (child: Child) => {
    this.#add(child);
    void child.exited.then((code) => {
      if (this.shutdown.begun) return;
      console.error(`${child.name} has stopped (${code ?? "killed"}). Stopping everything else.`);
      void this.shutdown.end(1);
    });
  };

  /** Runs a Node program to its end and returns its exit code. */
  async run(name: string, args: string[], env: NodeJS.ProcessEnv): Promise<number> {
    const child = startChild(name, process.execPath, args, { env });
    this.#add(child);
    return (await child.exited) ?? 1;
  }
}
