import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { brokenRules, type Rule } from "./glossary";
import { type Piece, readSource } from "./read-source";

const folders = ["app", "bench", "components", "db", "e2e", "inngest", "lib", "lint", "local", "test", "texts"];
const elsewhere = [":!db/migrations", ":!test/upgrade/31f4836", ":!lint/glossary*"];

/** "lib/waitlist" of a file in it or below, "lib" of a file beside the folders. */
const folderOf = (file: string) => file.split("/").slice(0, -1).slice(0, 2).join("/");

function findWords() {
  const listed = execFileSync("git", [
    "ls-files",
    "-coz",
    "--exclude-standard",
    "--deduplicate",
    "--",
    ...folders,
    "*.ts",
    ...elsewhere,
  ]);
  const known = new Map<string, Rule[]>();
  const found: string[] = [];
  for (const file of new Set(listed.toString().split("\0"))) {
    if (!/\.tsx?$/.test(file)) continue;
    const source = readFileSync(file, "utf8");
    const path: Piece[] = file.split("/").map((part) => ({ kind: "name", text: part.replace(/\..*/, ""), line: 1 }));
    for (const piece of [...path, ...readSource(source)]) {
      // Elsewhere a string may be stored, sent, or what a test expects.
      if (piece.kind === "text" && !file.startsWith("texts/")) continue;
      const key = `${folderOf(file)} ${piece.kind} ${piece.text}`;
      const broken = known.get(key) ?? brokenRules(piece, file);
      known.set(key, broken);
      for (const { name, use } of broken) found.push(`${file}:${piece.line} “${name}”: say ${use}`);
    }
  }
  return found;
}

test("names, comments and texts use the words of the glossary", () => {
  expect(findWords()).toEqual([]);
});

test.each<[string, [string, string][]]>([
  [
    "const a = 1; // one",
    [
      ["name", "const"],
      ["name", "a"],
      ["comment", "// one"],
    ],
  ],
  [
    'import x from "y"; /* z */',
    [
      ["name", "import"],
      ["name", "x"],
      ["name", "from"],
      ["text", "y"],
      ["comment", "/* z */"],
    ],
  ],
  [
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a template as source
    "`a ${b(`c ${d}`)} e`",
    [
      ["text", "a "],
      ["name", "b"],
      ["text", "c "],
      ["name", "d"],
      ["text", ""],
      ["text", " e"],
    ],
  ],
  [
    "f(/['\"]x/g, y / z / 2)",
    [
      ["name", "f"],
      ["name", "y"],
      ["name", "z"],
    ],
  ],
  [
    "<p>Don't</p>",
    [
      ["name", "p"],
      ["name", "Don"],
      ["name", "t"],
      ["name", "p"],
    ],
  ],
])("source is read: %s", (source, pieces) => {
  expect(readSource(source).map(({ kind, text }) => [kind, text])).toEqual(pieces);
});

test("a name is split, and a word with another meaning is allowed", () => {
  const broken = (kind: Piece["kind"], text: string) =>
    brokenRules({ kind, text, line: 1 }, "lib/log.ts").map(({ name }) => name);
  expect(broken("name", "SMTPMailFacts")).toEqual(["facts", "mail"]);
  expect(broken("name", "MAX_OWED")).toEqual(["owe"]);
  expect(broken("name", "role-words")).toEqual(["words"]);
  expect(broken("name", "sendMail")).toEqual([]);
  expect(broken("comment", "/** Everybody in\n * line. */")).toEqual(["line"]);
  expect(broken("text", "Everybody waits")).toEqual(["somebody"]);
});
