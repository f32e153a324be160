import { kinds, readTimes, type Timing } from "./times";

/** `npm run test:slowest`: where the time of the last runs went. */
const LISTED = 20;

function section(title: string, all: Timing[]): string[] {
  if (all.length === 0) return [];
  const total = all.reduce((sum, one) => sum + one.ms, 0);
  const slowest = all.toSorted((a, b) => b.ms - a.ms).slice(0, LISTED);
  const line = ({ name, ms, count }: Timing) =>
    `${(ms / 1_000).toFixed(2).padStart(9)} s ${(count > 1 ? `${count} ×` : "").padStart(8)}  ${name.slice(0, 140)}`;
  return ["", `${title}: ${(total / 1_000).toFixed(1)} s together`, ...slowest.map(line)];
}

for (const kind of kinds) {
  const times = readTimes(kind);
  if (!times) continue;
  const lines = [
    `\n── ${kind}: ${times.passed} passed, ${times.failed} failed, ${times.skipped} skipped`,
    ...section("Tests", times.tests),
    ...section("Files", times.files),
    ...section("Fixtures", times.fixtures),
    ...section("Calls", times.calls),
  ];
  console.log(lines.join("\n"));
}
