import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Graph, isCode } from "./graph";
import { type Journey, journeyDigests } from "./journeys";
import { readRoutes } from "./routes";

export type Selection = {
  unit: string[] | "all";
  integration: string[] | "all";
  /** Journeys with a record; those without one run whenever any journey does. */
  journeys: { touched: Journey[]; untouched: Journey[]; reasons: string[] };
};

/** Affects everything. */
const projectPattern = /^(package(-lock)?\.json|tsconfig\.json|\.npmrc)$/;
/** Affects every page, the background functions, or how pages are tested. */
const allJourneysPattern =
  /^((?!vitest)[\w-]+(\.config)?\.(ts|mjs)|public\/.+|app\/api\/inngest\/route\.ts|test\/with-app\.ts)$/;
const docsPattern = /^(docs|findings|bench|\.ci)\/|\.md$|^(LICENSE|\.gitignore|\.gitattributes|knip\.json)$/;
const sceneList = "e2e/fixtures/scenes/all.ts";
/** A file that names a test reads its text, and each scene is chosen by itself. */
const boundaryPattern = /\.(test|spec)\.tsx?$|^e2e\/fixtures\/scenes\/all\.ts$/;

/** The tests that `changed` reaches. Rather too many: a file whose use is not known counts for all of them. */
export function selectTests(root: string, tracked: string[], changed: string[], records: Journey[]): Selection {
  const files = [...new Set([...tracked, ...changed])];
  const graph = new Graph(root, files);
  const reached = graph.dependents(changed, boundaryPattern);
  const isUnknown = (file: string) =>
    !isCode(file) && !/^(app|public)\//.test(file) && !docsPattern.test(file) && !graph.isNamed(file);
  const forAll = changed.find((file) => projectPattern.test(file) || isUnknown(file));

  const present = [...reached].filter((file) => existsSync(join(root, file)));
  const tests = (kind: RegExp, isForAll: boolean) =>
    forAll || isForAll ? "all" : present.filter((file) => kind.test(file)).sort();
  const changesConfig = changed.includes("vitest.config.ts") || reached.has("test/fresh-file.ts");
  const unit = tests(/(?<!\.(integration|fuzz|crash))\.test\.tsx?$/, changesConfig);
  const integration = tests(/\.integration\.test\.ts$/, reached.has("vitest.config.ts"));

  const behindAll = forAll ?? [...reached].find((file) => allJourneysPattern.test(file));
  if (behindAll) {
    const reasons = [`${behindAll} is behind all of them`];
    return { unit, integration, journeys: { touched: records, untouched: [], reasons } };
  }
  const routes = readRoutes(files).filter((route) => route.files.some((file) => reached.has(file)));
  const specs = present.filter((file) => file.endsWith(".spec.ts") || file === sceneList);
  const writtenAs = journeyDigests(root);
  const e2e = Object.keys(writtenAs);
  const isWrittenBy = ({ spec, titles }: Journey, by: Set<string>) => {
    if (by.has(spec) || spec !== "e2e/every-page.spec.ts" || !by.has(sceneList)) return by.has(spec);
    const name = `"${titles[0]?.split(":")[0]}"`;
    const scenes = e2e.filter((file) => dirname(file) === dirname(sceneList));
    const homes = scenes.filter((file) => readFileSync(join(root, file), "utf8").includes(name));
    return homes.length === 0 || homes.some((file) => by.has(file));
  };
  const isTouched = (record: Journey) => {
    // The visits of a journey are outdated once its spec has changed.
    const rewritten = e2e.filter((file) => writtenAs[file] !== record.writtenAs[file]);
    return (
      isWrittenBy(record, reached) ||
      isWrittenBy(record, graph.dependents(rewritten, boundaryPattern)) ||
      record.paths.some((path) => routes.some(({ pattern }) => pattern.test(path)))
    );
  };
  const touched = records.filter(isTouched);
  const untouched = records.filter((record) => !touched.includes(record));
  const reasons = [...specs, ...routes.map(({ name }) => name)];
  return { unit, integration, journeys: { touched, untouched, reasons } };
}
