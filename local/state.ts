import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { removePostgresData } from "./postgres-home";
import { isRunning, markOf, type ProcessMark, stopProcess } from "./processes";

const mark = z.object({ pid: z.number(), began: z.string() });

const runRecord = z.object({
  runner: mark,
  children: z.array(mark),
  env: z.record(z.string(), z.string()),
  urls: z.object({ app: z.string(), inbox: z.string(), inngest: z.string(), stripe: z.string() }).partial(),
});
export type RunRecord = z.infer<typeof runRecord>;

const secrets = z.object({
  postgresPassword: z.string(),
  redisToken: z.string(),
  nextAuthSecret: z.string(),
  serverActionsKey: z.string(),
  stripeKey: z.string(),
  stripeWebhookSecret: z.string(),
});
type Secrets = z.infer<typeof secrets>;

const dataFolders = ["mail", "inngest", "stripe", "media", "logs"];
const secretsFile = "secrets.json";

/** The git-ignored folder that holds everything local: data, emails, secrets, logs, and the record of the process that runs. */
export class LocalState {
  readonly dir: string;

  constructor(dir = process.env.QUORIX_STATE_DIR || ".quorix") {
    this.dir = resolve(dir);
    mkdirSync(join(this.dir, "logs"), { recursive: true });
  }

  path(...names: string[]): string {
    return join(this.dir, ...names);
  }

  log(name: string): string {
    return this.path("logs", `${name}.log`);
  }

  /** Made once and kept, so that sessions and links survive a restart. */
  secrets(): Secrets {
    const file = this.path(secretsFile);
    // An earlier version may have made some of them.
    const known = existsSync(file) ? secrets.partial().parse(JSON.parse(readFileSync(file, "utf8"))) : {};
    const complete = secrets.safeParse(known);
    if (complete.success) return complete.data;
    const random = () => randomBytes(32).toString("base64");
    const hex = () => randomBytes(16).toString("hex");
    const made: Secrets = {
      postgresPassword: hex(),
      redisToken: hex(),
      nextAuthSecret: random(),
      serverActionsKey: random(),
      stripeKey: `sk_test_local${hex()}`,
      stripeWebhookSecret: `whsec_${hex()}`,
      ...known,
    };
    writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
    return made;
  }

  hasSecretsFromToday(): boolean {
    const file = this.path(secretsFile);
    return existsSync(file) && statSync(file).mtime.toDateString() === new Date().toDateString();
  }

  /** The record of the process that uses this state now. */
  running(): RunRecord | null {
    const record = this.#read();
    return record && isRunning(record.runner) ? record : null;
  }

  /**
   * Claims this state for this process, and ends processes that an earlier one left behind when it was killed.
   * Returns the record of the process that already runs here, or null when the claim succeeded.
   */
  async claim(): Promise<RunRecord | null> {
    for (;;) {
      try {
        this.#write({ runner: markOf(process.pid), children: [], env: {}, urls: {} }, "wx");
        return null;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
      const running = this.running();
      if (running) return running;
      for (const child of this.#read()?.children ?? []) await stopProcess(child, "SIGINT");
      rmSync(this.#file, { force: true });
    }
  }

  /** Records the running processes on disk, for the next start and for commands that attach to them. */
  record(children: ProcessMark[], env: Record<string, string>, urls: RunRecord["urls"]) {
    this.#write({ runner: markOf(process.pid), children, env, urls });
  }

  release() {
    rmSync(this.#file, { force: true });
  }

  /** Deletes everything but the claim; secrets, too, unless they are to be reused. */
  clear({ keepSecrets }: { keepSecrets: boolean }) {
    removePostgresData(this.path("postgres"));
    for (const name of keepSecrets ? dataFolders : [...dataFolders, secretsFile]) {
      rmSync(this.path(name), { recursive: true, force: true });
    }
    mkdirSync(this.path("logs"), { recursive: true });
  }

  get #file() {
    return this.path("run.json");
  }

  #read(): RunRecord | null {
    try {
      return runRecord.parse(JSON.parse(readFileSync(this.#file, "utf8")));
    } catch {
      return null;
    }
  }

  #write(record: RunRecord, flag: "w" | "wx" = "w") {
    writeFileSync(this.#file, JSON.stringify(record, null, 2), { mode: 0o600, flag });
  }
}
