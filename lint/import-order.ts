import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { parseAst } from "vitest/node";

type Graph = Map<string, Set<string>>;

/** Every import of these files of another one of them, of types as well; `files` are relative to `root`. */
export function importsOf(root: string, files: string[]): Graph {
  const known = new Set(files);
  return new Map(
    files.map((file) => {
      const code = readFileSync(join(root, file), "utf8");
      const sources = sourcesIn(parseAst(code, { lang: file.endsWith("x") ? "tsx" : "ts" }));
      return [file, new Set([...sources].flatMap((source) => resolved(source, file, known)))];
    }),
  );
}

function* sourcesIn(node: unknown): Generator<string> {
  if (typeof node !== "object" || node === null) return;
  const { source } = node as { source?: { value?: unknown } | null };
  if (typeof source?.value === "string") yield source.value;
  for (const part of Object.values(node)) yield* sourcesIn(part);
}

function resolved(source: string, from: string, known: Set<string>): string[] {
  const path = source.startsWith(".") ? normalize(join(dirname(from), source)) : source.replace(/^@\//, "");
  return ["", ".ts", ".tsx", "/index.ts"]
    .map((ending) => path + ending)
    .filter((file) => known.has(file))
    .slice(0, 1);
}

/** "lib/booking" of a file anywhere below it; a file beside the folders stands for itself. */
const folderOf = (file: string) => file.split("/", 2).join("/");

export function foldersOf(files: Graph): Graph {
  const folders: Graph = new Map();
  for (const [file, targets] of files) {
    const folder = folderOf(file);
    const known = folders.get(folder) ?? new Set();
    folders.set(folder, known);
    for (const target of targets) if (folderOf(target) !== folder) known.add(folderOf(target));
  }
  return folders;
}

/** A shortest cycle through each of those that are in one, each cycle once: ["a", "b", "a"]. */
export function cyclesIn(graph: Graph): string[][] {
  const covered = new Set<string>();
  return [...graph.keys()].flatMap((start) => {
    if (covered.has(start)) return [];
    const cycle = cycleThrough(start, graph);
    for (const part of cycle ?? []) covered.add(part);
    return cycle ? [cycle] : [];
  });
}

function cycleThrough(start: string, graph: Graph): string[] | null {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const at of queue)
    for (const next of graph.get(at) ?? []) {
      if (next === start) {
        const path = [at];
        for (let step = at; step !== start; ) path.unshift((step = cameFrom.get(step) ?? start));
        return [...path, start];
      }
      if (!cameFrom.has(next)) {
        cameFrom.set(next, at);
        queue.push(next);
      }
    }
  return null;
}

/** Imports that lead upwards, and folders of lib/ without a place in the order. `order`: the folders from the lowest up. */
export function againstOrder(files: Graph, order: string[]): string[] {
  // The files beside the folders are the lowest of all.
  const rank = (file: string) => {
    const [, folder = "", inFolder] = file.split("/");
    return inFolder === undefined ? -1 : order.indexOf(folder);
  };
  const libs = [...files].filter(([file]) => file.startsWith("lib/"));
  const present = new Set(libs.flatMap(([file]) => (file.split("/").length > 2 ? [file.split("/", 2)[1] ?? ""] : [])));
  const unplaced = [...present].filter((folder) => !order.includes(folder));
  const gone = order.filter((folder) => !present.has(folder));
  return [
    ...unplaced.map((folder) => `lib/${folder} has no place in lint/layers.ts`),
    ...gone.map((folder) => `lint/layers.ts names lib/${folder}, which is not there`),
    ...libs.flatMap(([file, targets]) =>
      [...targets]
        .filter((target) => target.startsWith("lib/") && rank(target) > rank(file))
        .map((target) => `${file} imports ${target}, which stands above it`),
    ),
  ];
}
