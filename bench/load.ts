import { fork } from "node:child_process";

export type LoadRequest = {
  method?: "GET" | "POST";
  path: string;
  headers?: Record<string, string>;
  body?: string;
};

/** What to send. Ends after `count` requests or `durationMs`, whichever comes first; one of them is needed. */
export type Load = {
  /** Where the server is; only its host and port count. */
  url: string;
  /** Sent in this order, from the beginning again when the list is through. */
  requests: LoadRequest[];
  /** Connections kept alive, each with one request at a time. */
  concurrency: number;
  count?: number;
  durationMs?: number;
  /** Text that the body of every valid answer contains. */
  expect?: string;
  /** How long a connection rests after each answer, as a person does; by default not at all. */
  pauseMs?: number;
};

export type LoadResult = {
  requestsPerSecond: number;
  /** Answers below 400 with what was expected in them. */
  answered: number;
  /** Other answers, and connections that broke. */
  errors: number;
  /** Counts of answers by status. */
  statuses: Record<number, number>;
  /** Of each answer, from the first byte sent to the last received, in the order they came. */
  latenciesMs: number[];
  seconds: number;
};

/**
 * A load generator in a process of its own, so that it shares no event loop with what it measures: HTTP/1.1 over raw
 * keep-alive sockets, which costs a fraction of what `fetch` does. Close it when done.
 */
export function startLoadGenerator() {
  const child = fork("bench/load-worker.ts", {
    execArgv: ["--import", "tsx"],
    serialization: "advanced",
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });

  /** Sends several loads at the same time. */
  async function runTogether<Name extends string>(loads: Record<Name, Load>): Promise<Record<Name, LoadResult>> {
    for (const load of Object.values<Load>(loads)) {
      if (load.count === undefined && load.durationMs === undefined) throw new Error("a load without an end");
    }
    return new Promise((resolve, reject) => {
      const ended = () => reject(new Error("the load generator ended"));
      child.once("exit", ended);
      child.once("message", (results) => {
        child.off("exit", ended);
        resolve(results as Record<Name, LoadResult>);
      });
      child.send(loads);
    });
  }

  const run = async (load: Load) => (await runTogether({ load })).load;

  return { run, runTogether, close: () => child.kill() };
}
