import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Graph, isCode } from "./graph";
import type { Journey } from "./journeys";
import { routesOf } from "./routes";

export type Selection = {
  unit: string[] | "all";
  integration: string[] | "all";
  /** Of those with a record; one without is run when there is any reason to run one. */
  journeys: { touched: Journey[]; untouched: Journey[]; reasons: string[] };
};

/** Belongs to everything. */
const project = /^(package(-lock)?\.json|tsconfig\.json|\.npmrc)$/;
/** Belongs to every page, to what runs behind them, or to how they are tested. */
const everyJourney =
  /^((?!vitest)[\w-]+(\.config)?\.(ts|mjs)|public\/.+|app\/api\/inngest\/route\.ts|test\/with-app\.ts)$/;
const text = /^(docs|findings|bench|\.ci)\/|\.md$|^(LICENSE|\.gitignore|\.gitattributes|knip\.json)$/;
const sceneList = "e2e/fixtures/scenes/all.ts";
/** Whoever names a test reads its text, and each scene is chosen by itself. */
const ends = /\.(test|spec)\.tsx?$|^e2e\/fixtures\/scenes\/all\.ts$/;

/** The tests that `changed` reaches. Rather too many: where nothing tells what a file is for, it is for all of them. */
export function select(root: string, tracked: string[], changed: string[], records: Journey[]): Selection {
  const files = [...new Set([...tracked, ...changed])];
  const graph = new Graph(root, files);
  const reached = graph.dependents(changed, ends);
  const isUnknown = (file: string) =>
    !isCode(file) && !/^(app|public)\//.test(file) && !text.test(file) && !graph.isNamed(file);
  const forAll = changed.find((file) => project.test(file) || isUnknown(file));

  const present = [...reached].filter((file) => existsSync(join(root, file)));
  const tests = (kind: RegExp, isForAll: boolean) =>
    forAll || isForAll ? "all" : present.filter((file) => kind.test(file)).sort();
  const changesConfig = changed.includes("vitest.config.ts") || reached.has("test/environment.ts");
  const unit = tests(/(?<!\.integration)\.test\.tsx?$/, changesConfig);
  const integration = tests(/\.integration\.test\.ts$/, reached.has("vitest.config.ts"));

  const behindAll = forAll ?? [...reached].find((file) => everyJourney.test(file));
  if (behindAll) {
    const reasons = [`${behindAll} is behind all of them`];
    return { unit, integration, journeys: { touched: records, untouched: [], reasons } };
  }
  const routes = routesOf(files).filter((route) => route.files.some((file) => reached.has(file)));
  const specs = present.filter((file) => file.endsWith(".spec.ts") || file === sceneList);
  const scenes = files.filter((file) => dirname(file) === dirname(sceneList) && existsSync(join(root, file)));
  const isTouchedScene = (title = "") => {
    const name = `"${title.split(":")[0]}"`;
    const homes = scenes.filter((file) => readFileSync(join(root, file), "utf8").includes(name));
    return reached.has(sceneList) && (homes.length === 0 || homes.some((file) => reached.has(file)));
  };
  const isTouched = ({ spec, titles, paths }: Journey) =>
    reached.has(spec) ||
    (spec === "e2e/every-page.spec.ts" && isTouchedScene(titles[0])) ||
    paths.some((path) => routes.some(({ pattern }) => pattern.test(path)));
  const untouched = records.filter((record) => !isTouched(record));
  return {
    unit,
    integration,
    journeys: {
      touched: records.filter(isTouched),
      untouched,
      reasons: [...specs, ...routes.map(({ name }) => name)],
    },
  };
}
