import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { parseAst } from "vitest/node";

export const isCode = (file: string) => /\.(tsx?|mjs|js)$/.test(file);

/**
 * The files that depend on a change. A file depends on every file that a string in it names: an import, a program that it
 * starts, a fixture, and all files of a folder that it reads. That is sometimes too much. Type imports do not count, as
 * they do not exist at run time.
 */
export class Graph {
  readonly #namers = new Map<string, string[]>();
  readonly #files: Set<string>;
  readonly #folders = new Map<string, string[]>();

  /** `files` are relative to `root`, and may name some that were deleted. */
  constructor(root: string, files: string[]) {
    this.#files = new Set(files);
    for (const file of files)
      for (let folder = dirname(file); folder !== "."; folder = dirname(folder)) addTo(this.#folders, folder, file);
    for (const file of files.filter((name) => isCode(name) && existsSync(join(root, name)))) {
      const code = readFileSync(join(root, file), "utf8");
      const readsFolders = /\b(readdir|cpSync|glob(Sync)?\()/.test(code);
      const texts = new Set(collectTexts(parseAst(code, { lang: file.endsWith("x") ? "tsx" : "ts" })));
      const named = new Set([...texts].flatMap((text) => this.#filesNamed(text, file, readsFolders)));
      for (const name of named) addTo(this.#namers, name, file);
    }
  }

  isNamed(file: string) {
    return this.#namers.has(file);
  }

  /** The files and everything that depends on them, transitively. Dependents of `ends` are not followed. */
  dependents(files: string[], ends: RegExp): Set<string> {
    const found = new Set(files);
    for (const file of found)
      if (files.includes(file) || !ends.test(file)) for (const namer of this.#namers.get(file) ?? []) found.add(namer);
    return found;
  }

  #filesNamed(text: string, from: string, readsFolders: boolean): string[] {
    const isRelative = /^\.(\.|\/)/.test(text);
    const aliased = text.replace(/^@\/texts\//, "texts/en/").replace(/^@\//, "");
    const path = normalize(isRelative ? join(dirname(from), text) : aliased).replace(/\/$/, "");
    const file = ["", ".ts", ".tsx", "/index.ts"].map((ending) => path + ending).find((name) => this.#files.has(name));
    if (file) return [file];
    // Folder names can be common words, too.
    return text.includes("/") || readsFolders ? (this.#folders.get(path) ?? []) : [];
  }
}

function* collectTexts(node: unknown): Generator<string> {
  if (typeof node !== "object" || node === null) return;
  if ("importKind" in node && node.importKind === "type") return;
  if ("exportKind" in node && node.exportKind === "type") return;
  if ("value" in node && typeof node.value === "string") yield node.value;
  if ("cooked" in node && typeof node.cooked === "string") yield node.cooked;
  for (const part of Object.values(node)) yield* collectTexts(part);
}

function addTo(map: Map<string, string[]>, key: string, value: string) {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
