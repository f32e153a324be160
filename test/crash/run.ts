import { spawnSync } from "node:child_process";

/** `npm run test:crash`: `x.crash.test.ts`, then 500 people who book. `-- pay`: 300 people who pay. */
const [name, ...others] = process.argv.slice(2);
if (others.length > 0 || (name !== undefined && name !== "pay")) {
  console.error("npm run test:crash, or npm run test:crash -- pay");
  process.exit(2);
}
if (name === "pay") await import("./pay");
else {
  const vitest = ["node_modules/vitest/vitest.mjs", "run", "--project", "crash"];
  const { status } = spawnSync(process.execPath, vitest, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
  await import("./book");
}
