import { createServer, type RequestListener } from "node:http";
import { Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/node";
import type { RunReport } from "./report";

/** How long a test waits for a state, on a busy machine. */
export const pollOptions = { timeout: 20_000 };

const silent = { info() {}, warn() {}, error() {}, debug() {} };

/** An application for tests: the real SDK behind an HTTP server that can go away and come back on its port. */
export class SdkApp {
  readonly client: Inngest;
  #listener: RequestListener = (_, response) => response.writeHead(404).end();
  #server = createServer();

  constructor(
    private readonly port: number,
    private readonly inngestUrl: string,
  ) {
    this.client = new Inngest({ id: "test", isDev: true, baseUrl: inngestUrl, logger: silent });
  }

  serve(functions: InngestFunction.Any[]) {
    this.#listener = serve({ client: this.client, functions });
  }

  /** Lets `intercept` see each request first; when it answers true, the SDK does not. */
  async start(intercept: (...args: Parameters<RequestListener>) => boolean = () => false) {
    this.#server = createServer((request, response) => {
      if (!intercept(request, response)) this.#listener(request, response);
    });
    await new Promise<void>((resolve) => this.#server.listen(this.port, "127.0.0.1", resolve));
  }

  async stop() {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  /** The runs of one function, oldest first. */
  async runs(functionId: string): Promise<RunReport[]> {
    const runs: RunReport[] = await (await fetch(`${this.inngestUrl}/api/runs`)).json();
    return runs.reverse().filter((run) => run.functionId === `test-${functionId}`);
  }

  async states(functionId: string) {
    return (await this.runs(functionId)).map((run) => run.status);
  }
}
