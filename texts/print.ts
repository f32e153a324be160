import { readdirSync } from "node:fs";

type TextFunction = (...values: unknown[]) => unknown;

/** The parameters of a function as they are written: "count", "{ name, date }". */
function parametersOf(text: TextFunction): string[] {
  const [, parameters = ""] = /^\(?(.*?)\)?\s*=>/s.exec(String(text)) ?? [];
  return parameters.match(/\{.*?\}|\w+/gs) ?? [];
}

/** A value that shows as its name in a text, and counts as `count` in a plural. */
function placeholder(name: string, count: number): unknown {
  const names = name.match(/\w+/g) ?? [];
  if (name.startsWith("{")) return Object.fromEntries(names.map((one) => [one, placeholder(one, count)]));
  const shown = () => `{${name}}`;
  return {
    toString: shown,
    toLowerCase: shown,
    toLocaleString: shown,
    valueOf: () => count,
    [Symbol.toPrimitive]: (hint: string) => (hint === "number" ? count : shown()),
  };
}

/** Prints a text, or every text in an object, behind the path of its keys. */
function print(path: string, entry: unknown) {
  if (typeof entry === "function") {
    const parameters = parametersOf(entry as TextFunction);
    const call = (count: number) => {
      try {
        const text = (entry as TextFunction)(...parameters.map((name) => placeholder(name, count)));
        return typeof text === "object" && text !== null ? Object.values(text).join(" ") : String(text);
      } catch {
        // It looks up a parameter in a table: its source says more.
        return String(entry);
      }
    };
    const [one, other] = [call(1), call(2)];
    console.log(`  ${path}: ${one === other ? other : `${one} | ${other}`}`);
  } else if (typeof entry === "object" && entry !== null)
    for (const [key, value] of Object.entries(entry)) print(path ? `${path}.${key}` : key, value);
  else console.log(`  ${path}: ${entry}`);
}

/** `npm run texts`: every text, file by file, to be read from top to bottom. Plurals are shown as "one | other". */
for (const file of readdirSync(new URL("./en/", import.meta.url)).sort()) {
  if (file === "plural.ts") continue;
  console.log(`\n${file}`);
  const texts: object = await import(new URL(`./en/${file}`, import.meta.url).href);
  for (const [name, entry] of Object.entries(texts)) {
    console.log(`\n  ${name}`);
    print("", entry);
  }
}
