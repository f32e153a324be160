const { setFlagsFromString } = require("node:v8");
const { runInNewContext } = require("node:vm");
const { writeFileSync } = require("node:fs");

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

const ROUNDS = 10;
const ROUND_MS = 500;

// Loaded into the server. Told to, it collects what nobody holds, and says how much it has of the machine's memory then.
// The heap that the runtime keeps in reserve is not counted: that comes and goes.
process.on("SIGUSR2", () => {
  let round = 0;
  const timer = setInterval(() => {
    collect();
    round += 1;
    if (round < ROUNDS) return;
    clearInterval(timer);
    const { rss, heapTotal, heapUsed } = process.memoryUsage();
    writeFileSync(process.env.QUORIX_MEMORY, String(rss - (heapTotal - heapUsed)));
  }, ROUND_MS);
});
