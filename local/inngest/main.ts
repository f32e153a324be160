import { parseArgs } from "node:util";
import { startInngest } from "./server";

const { values } = parseArgs({
  options: { dir: { type: "string" }, port: { type: "string", default: "8288" }, app: { type: "string" } },
});
if (!values.dir || !values.app)
  throw new Error("usage: tsx local/inngest/main.ts --dir <folder> --app <url> [--port <n>]");

const inngest = await startInngest({ dir: values.dir, port: Number(values.port), appUrl: values.app });
console.log(inngest.url);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void inngest.close());
