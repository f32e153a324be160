import { join, resolve } from "node:path";
import { openProductionApp } from "@/bench/production-app";
import { shutdown } from "@/bench/shutdown";

/**
 * The second half of `npm run test:fuzz [-- --seed N --requests N]`: 10,000 requests, made from the schemas of all
 * server actions and route handlers, to the production build. None may fail in our code, leave a stack in the log, or
 * leak memory.
 */
const app = await openProductionApp("fuzz");
const log = join(process.env.QUORIX_STATE_DIR ?? "", "logs", "next.log");
// Otherwise glibc keeps freed memory: some for each thread, and more with each large block.
const allocator = { MALLOC_ARENA_MAX: "2", MALLOC_MMAP_THRESHOLD_: "131072", MALLOC_TRIM_THRESHOLD_: "131072" };
const memory = resolve(process.env.QUORIX_STATE_DIR ?? "", "memory.json");
const preload = `--require ${resolve("test/fuzz/collect-garbage.cjs")}`;
const server = await app.start({ log, env: { ...allocator, NODE_OPTIONS: preload, QUORIX_MEMORY: memory } });
const code = await app.family.run("The requests", ["--import", "tsx", "test/fuzz/main.ts", ...process.argv.slice(2)], {
  ...app.env,
  TSX_TSCONFIG_PATH: "test/fuzz/tsconfig.json",
  QUORIX_URL: server.url,
  QUORIX_PID: String(server.pid),
  QUORIX_LOG: log,
  QUORIX_MEMORY: memory,
});
await shutdown.end(code);
