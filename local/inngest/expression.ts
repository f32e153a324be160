import type { InngestEvent } from "./types";

type Scope = { event: InngestEvent; async?: InngestEvent };
type Term = { path: ["event" | "async", ...string[]] } | { value: string | number | boolean | null };
type Comparison = { left: Term; equal: boolean; right: Term };

const pathPattern = /^(event|async)((?:\.[A-Za-z_]\w*)+)$/;
const literals: Record<string, boolean | null> = { true: true, false: false, null: null };

function parseTerm(text: string): Term {
  const source = text.trim();
  const path = pathPattern.exec(source);
  if (path) {
    const names = (path[2] ?? "").slice(1).split(".");
    return { path: [path[1] === "async" ? "async" : "event", ...names] };
  }
  const quoted = /^'([^'\\]*)'$|^"([^"\\]*)"$/.exec(source);
  if (quoted) return { value: quoted[1] ?? quoted[2] ?? "" };
  if (/^-?\d+(\.\d+)?$/.test(source)) return { value: Number(source) };
  const literal = literals[source];
  if (literal !== undefined) return { value: literal };
  throw new Error(`the expression "${source}" is not supported here: only paths, literals, ==, != and && are`);
}

function resolve(term: Term, scope: Scope): unknown {
  if ("value" in term) return term.value;
  const [root, ...names] = term.path;
  let at: unknown = scope[root];
  for (const name of names) at = typeof at === "object" && at !== null ? Reflect.get(at, name) : undefined;
  return at ?? null;
}

function parseComparison(text: string): Comparison {
  const sides = /^(.*?)(==|!=)(.*)$/s.exec(text);
  if (!sides) throw new Error(`the expression "${text.trim()}" is not a comparison`);
  return { left: parseTerm(sides[1] ?? ""), equal: sides[2] === "==", right: parseTerm(sides[3] ?? "") };
}

/**
 * A condition in the small part of CEL that the SDK writes for `match` and that Quorix uses in `if`:
 * comparisons of paths and literals, joined by `&&`. Throws on anything else, so that a registration says so.
 */
export function compileCondition(source: string): (scope: Scope) => boolean {
  const comparisons = source.split("&&").map(parseComparison);
  return (scope) =>
    comparisons.every(({ left, equal, right }) => (resolve(left, scope) === resolve(right, scope)) === equal);
}

/** The value of a key expression such as `event.data.eventId`; several may be joined by `+ "-" +`. */
export function compileKey(source: string): (event: InngestEvent) => string {
  const terms = source.split("+").map(parseTerm);
  return (event) => JSON.stringify(terms.map((term) => resolve(term, { event })));
}
