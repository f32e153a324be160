import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { parseAst } from "vitest/node";

type Graph = Map<string, Set<string>>;

/**
 * Cycles among these files and among their folders, including type imports; and imports in lib/ against `order`, its
 * folders from the lowest up. `files` are relative to `root`.
 */
export function findImportProblems(root: string, files: string[], order: string[]): string[] {
  const imports = readImports(root, files);
  const problems = [
    ...findCycles(imports).map((cycle) => `cycle of files: ${cycle.join(" → ")}`),
    // Of the folders as wholes, and of each folder in them by itself.
    ...[topFolder, dirname].flatMap((folderOf) =>
      findCycles(groupByFolder(imports, folderOf)).map((cycle) => `cycle of folders: ${cycle.join(" → ")}`),
    ),
    ...findOrderViolations(imports, order),
  ];
  return [...new Set(problems)];
}

function readImports(root: string, files: string[]): Graph {
  const known = new Set(files);
  return new Map(
    files.map((file) => {
      const code = readFileSync(join(root, file), "utf8");
      const sources = findSources(parseAst(code, { lang: file.endsWith("x") ? "tsx" : "ts" }));
      return [file, new Set([...sources].flatMap((source) => resolveImport(source, file, known) ?? []))];
    }),
  );
}

/** Of imports, exports from, `import()`, and `import("…")` in types. */
function* findSources(node: unknown): Generator<string> {
  if (typeof node !== "object" || node === null) return;
  const { source } = node as { source?: { value?: unknown } | null };
  if (typeof source?.value === "string") yield source.value;
  for (const part of Object.values(node)) yield* findSources(part);
}

function resolveImport(source: string, from: string, known: Set<string>): string | undefined {
  const path = source.startsWith(".")
    ? normalize(join(dirname(from), source))
    : source.replace(/^@\/texts\//, "texts/en/").replace(/^@\//, "");
  return ["", ".ts", ".tsx", "/index.ts"].map((ending) => path + ending).find((file) => known.has(file));
}

/** "lib/booking" of a file anywhere below it; a file beside the folders stands for itself. */
const topFolder = (file: string) => file.split("/", 2).join("/");

function groupByFolder(imports: Graph, folderOf: (file: string) => string): Graph {
  const folders: Graph = new Map();
  for (const [file, targets] of imports) {
    const others = folders.get(folderOf(file)) ?? new Set();
    folders.set(folderOf(file), others);
    for (const target of targets) if (folderOf(target) !== folderOf(file)) others.add(folderOf(target));
  }
  return folders;
}

/** A shortest cycle through each node that is in one, as "a", "b", "a"; none for nodes of a cycle that was found. */
function findCycles(graph: Graph): string[][] {
  const seen = new Set<string>();
  return [...graph.keys()].flatMap((start) => {
    const cycle = seen.has(start) ? null : findCycleThrough(start, graph);
    for (const node of cycle ?? []) seen.add(node);
    return cycle ? [cycle] : [];
  });
}

function findCycleThrough(start: string, graph: Graph): string[] | null {
  const ways = new Map([[start, [start]]]);
  for (const [node, way] of ways)
    for (const next of graph.get(node) ?? []) {
      if (next === start) return [...way, start];
      if (!ways.has(next)) ways.set(next, [...way, next]);
    }
  return null;
}

function findOrderViolations(imports: Graph, order: string[]): string[] {
  const inLib = [...imports].filter(([file]) => file.startsWith("lib/"));
  const folders = new Set(inLib.flatMap(([file]) => /^lib\/([^/]+)\//.exec(file)?.[1] ?? []));
  // The files beside the folders are the lowest.
  const rank = (file: string) => order.indexOf(/^lib\/([^/]+)\//.exec(file)?.[1] ?? "");
  return [
    ...[...folders].filter((folder) => !order.includes(folder)).map((folder) => `lib/${folder} has no place`),
    ...order.filter((folder) => !folders.has(folder)).map((folder) => `lib/${folder} has a place and is not there`),
    ...inLib.flatMap(([file, targets]) =>
      [...targets]
        .filter((target) => target.startsWith("lib/") && rank(target) > rank(file))
        .map((target) => `${file} imports ${target}, which stands above it`),
    ),
  ];
}
