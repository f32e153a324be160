import { admin } from "./admin";
import { type Figure, table } from "./figures";
import { lighthouseScores } from "./lighthouse";
import { end } from "./production-app";
import { views } from "./views";

/** `npm run bench -- views | admin | lighthouse | all [--json]`: exits 1 when a bar does not hold. */
const benches: Record<string, () => Promise<Figure[]>> = { views, admin, lighthouse: lighthouseScores };

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const names = wanted.length === 0 || wanted.includes("all") ? Object.keys(benches) : wanted;
const unknown = names.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(", ")}. There are ${Object.keys(benches).join(", ")} and all.`);
  process.exit(2);
}

const figures: Figure[] = [];
for (const name of names) figures.push(...((await benches[name]?.()) ?? []));
console.log(process.argv.includes("--json") ? JSON.stringify(figures, null, 2) : `\n${table(figures)}`);
await end(figures.every((figure) => figure.holds) ? 0 : 1);
