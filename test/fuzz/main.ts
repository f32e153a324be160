import { existsSync, readFileSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { connect } from "@/db/connect";
import { readBuildActions, readCodeRoutes } from "./endpoints";
import { openFuzzFixture } from "./fixture";
import { frameworkRequests } from "./framework";
import { actionRequest, type FuzzRequest, routeRequest } from "./requests";

const REQUESTS = 10_000;
/** Between rounds, known values are read again and permissions restored. */
const BATCH = 500;
const WARM_UP_REQUESTS = 2_000;
const AT_ONCE = 8;
const MAX_GROWTH = 1.1;
const SHOWN = 20;

const { values } = parseArgs({ options: { seed: { type: "string" }, requests: { type: "string" } } });
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9));
const requests = Number(values.requests ?? REQUESTS);
const readVariable = (name: string) => process.env[name] ?? "";
const url = readVariable("QUORIX_URL");
const pid = Number(readVariable("QUORIX_PID"));
const logFile = readVariable("QUORIX_LOG");
const memoryFile = readVariable("QUORIX_MEMORY");

const { db, close } = connect(readVariable("DATABASE_URL"), { max: 4 });
const fixture = await openFuzzFixture(db, readVariable("NEXTAUTH_SECRET"));
const actions = await readBuildActions();
const routes = await readCodeRoutes();
console.log(
  `${requests} requests over ${actions.length} actions and ${routes.length} route handlers, by --seed ${seed}`,
);

const sampleOne = <T>(arbitrary: fc.Arbitrary<T>, number: number): T => {
  const [made] = fc.sample(arbitrary, { seed: seed + number, numRuns: 1 });
  return made as T;
};

type Answer = { status: number; text: string };

async function send(
  { method, path, headers, body }: Pick<FuzzRequest, "method" | "path" | "headers" | "body">,
  cookie: string,
  from: number,
): Promise<Answer> {
  const { origin = "own", ...rest } = headers;
  const answer = await fetch(url + path, {
    method,
    redirect: "manual",
    headers: {
      ...rest,
      ...(origin === "none" ? {} : { origin: origin === "own" ? url : origin }),
      ...(cookie ? { cookie } : {}),
      // Each from an address of their own.
      "x-forwarded-for": `10.${(from >> 16) & 255}.${(from >> 8) & 255}.${from & 255}`,
    },
    body,
    signal: AbortSignal.timeout(60_000),
    ...(body instanceof ReadableStream ? { duplex: "half" as const } : {}),
  });
  return { status: answer.status, text: await answer.text() };
}

const statuses = new Map<string, number>();
const done = new Set<string>();
const failures: string[] = [];
const count = (name: string) => statuses.set(name, (statuses.get(name) ?? 0) + 1);

async function runRequest(number: number, { all, byEvent }: Awaited<ReturnType<typeof fixture.known>>) {
  // Mostly of one event, so that the values belong together.
  const known = number % 4 === 0 ? all : (byEvent[number % byEvent.length] ?? all);
  const action = actions[number % actions.length];
  const route = routes[number % routes.length];
  // Three actions for two route handlers.
  const arbitrary = action && number % 5 < 3 ? actionRequest(action, known) : route ? routeRequest(route, known) : null;
  if (!arbitrary) throw new Error("There is nothing to ask.");
  const asked = sampleOne(arbitrary, number);
  const people = fixture.cookies[asked.kind];
  const where = `${number}: ${asked.name} (${asked.how}) of ${asked.kind}`;
  try {
    const { status, text } = await send(asked, people[number % people.length] ?? "", number);
    count(String(status));
    if (status < 400 && !text.includes('"ok":false')) done.add(asked.name);
    if (status >= 500) failures.push(`${where} answered ${status}: ${text.slice(0, 200)}`);
  } catch (error) {
    // A server that has refused a body does not read the rest of it.
    const isCut = asked.how === "too long";
    count(isCut ? "refused while it was sent" : "no answer");
    if (!isCut)
      failures.push(`${where} was not answered: ${error instanceof Error ? `${error.message} ${error.cause}` : error}`);
  }
}

/** The server's resident memory in MiB, after a garbage collection. */
async function readResidentMiB() {
  rmSync(memoryFile, { force: true });
  process.kill(pid, "SIGUSR2");
  while (!existsSync(memoryFile)) await new Promise((settle) => setTimeout(settle, 100));
  await new Promise((settle) => setTimeout(settle, 100));
  return Number(readFileSync(memoryFile, "utf8")) / 1024 / 1024;
}

let warmMiB = Number.NaN;
const began = performance.now();
for (let first = 0; first < requests; first += BATCH) {
  const [known] = await Promise.all([fixture.known(), fixture.restore()]);
  const numbers = Array.from({ length: Math.min(BATCH, requests - first) }, (_, at) => first + at);
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let number = numbers.shift(); number !== undefined; number = numbers.shift())
        await runRequest(number, known);
    }),
  );
  if (first + BATCH === WARM_UP_REQUESTS) warmMiB = await readResidentMiB();
  process.stdout.write(
    `\r  ${Math.min(first + BATCH, requests)} in ${Math.round((performance.now() - began) / 1_000)} s`,
  );
}
const last = await readResidentMiB();
const log = readFileSync(logFile, "utf8");
const stacks = log
  .split("\n")
  .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line) || line.includes('"request.failed"'));

console.log(
  `\n\nAnswers: ${[...statuses]
    .toSorted()
    .map(([name, times]) => `${times} × ${name}`)
    .join(", ")}`,
);
const neverDone = [...actions, ...routes].map(({ name }) => name).filter((name) => !done.has(name));
console.log(
  `Done or led on at least once: ${actions.length + routes.length - neverDone.length}; never: ${neverDone.join(", ") || "none"}`,
);
console.log(`Memory: ${warmMiB.toFixed(0)} MiB after ${WARM_UP_REQUESTS}, ${last.toFixed(0)} MiB after ${requests}`);

console.log("\nWhat the framework answers by itself:");
const [action] = actions.filter(({ name }) => name === "reserveAction");
const { slug = [] } = (await fixture.known()).all;
if (!action) throw new Error("The build has no reserveAction.");
for (const [what, made] of Object.entries(frameworkRequests(action, String(slug[0])))) {
  const answer = await send(made, "", 0).catch(() => ({ status: "no answer" }));
  console.log(`  ${String(answer.status).padStart(9)}  ${what}`);
}

const problems = [
  ...failures,
  ...(stacks.length > 0
    ? [`${stacks.length} lines of stacks or failed requests in the log, such as ${stacks.slice(0, 3).join("\n")}`]
    : []),
  ...(last > warmMiB * MAX_GROWTH ? [`The memory grew to ${(last / warmMiB).toFixed(2)} of what it was.`] : []),
];
for (const problem of problems.slice(0, SHOWN)) console.error(`\n${problem}`);
if (problems.length > SHOWN) console.error(`\nand ${problems.length - SHOWN} more`);
console.log(
  problems.length === 0 ? "\nNothing failed." : `\nThis does not hold (--seed ${seed}). The log is ${logFile}.`,
);
await close();
process.exit(problems.length === 0 ? 0 : 1);
