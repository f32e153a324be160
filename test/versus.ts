import { resolveSha, testFreshClone } from "./fresh-clone";

/**
 * `npm run test:versus -- <commit>`: how long `npm test` takes at that commit and at HEAD, each in a fresh clone with
 * its own packages, one after the other. Exits 1 where HEAD takes more than 0.4 of the other's time, or at the first
 * that fails.
 */
const BAR = 0.4;
const [other] = process.argv.slice(2);
if (!other) {
  console.error("Which commit? npm run test:versus -- <commit>");
  process.exit(2);
}

const before = testFreshClone(other, resolveSha(other));
if (!before.passed) process.exit(1);
const now = testFreshClone("HEAD", resolveSha("HEAD"));
if (!now.passed) process.exit(1);
const ratio = now.seconds / before.seconds;
console.log(`${ratio.toFixed(3)} × the time of ${other}; the bar is ${BAR}`);
process.exit(ratio <= BAR ? 0 : 1);
