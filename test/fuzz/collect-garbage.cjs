const { setFlagsFromString } = require("node:v8");
const { runInNewContext } = require("node:vm");
const { writeFileSync } = require("node:fs");

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

const ROUNDS = 10;
const ROUND_MS = 500;

// Loaded into the server. Told to, it collects what nobody holds, and says how much it had of the machine's memory at
// the least: the runtime gives back what is free a little at a time.
process.on("SIGUSR2", () => {
  let least = Number.POSITIVE_INFINITY;
  let round = 0;
  const timer = setInterval(() => {
    collect();
    least = Math.min(least, process.memoryUsage.rss());
    round += 1;
    if (round < ROUNDS) return;
    clearInterval(timer);
    writeFileSync(process.env.QUORIX_MEMORY, String(least));
  }, ROUND_MS);
});
