/** A piece of a source file that people read: a name, a comment, or the text of a string. */
export interface Piece {
  kind: "name" | "comment" | "text";
  text: string;
  line: number;
}

const tokens =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`|[A-Za-z_$][\w$]*|\/(?![*/])(?:\[(?:[^\]\\\n]|\\.)+\]|[^/\\[\n]|\\.)+\/[a-z]*|\S/g;

/** What may stand before a regular expression, as opposed to a division. */
const beforeExpression = /(?:^|[(,=:[!&|?{};>]|\breturn)\s*$/;

/** The names, comments and texts of TypeScript, in order. Texts of JSX count as names, one for each of their words. */
export function readSource(source: string): Piece[] {
  const pieces: Piece[] = [];
  const newlines = [...source.matchAll(/\n/g)].map(({ index }) => index);
  let line = 0;
  const add = (kind: Piece["kind"], text: string, at: number) => {
    while ((newlines[line] ?? Number.POSITIVE_INFINITY) < at) line += 1;
    pieces.push({ kind, text, line: line + 1 });
  };
  // How many braces are open in the code of each `${…}` that is read just now.
  const depths: number[] = [];
  const pattern = new RegExp(tokens);

  /** Reads a template's text from `from` to its next `${` or its end. */
  function readTemplate(from: number) {
    let end = from;
    while (end < source.length && source[end] !== "`" && !source.startsWith("${", end))
      end += source[end] === "\\" ? 2 : 1;
    add("text", source.slice(from, end), from);
    const continues = source[end] === "$";
    if (continues) depths.push(0);
    pattern.lastIndex = end + (continues ? 2 : 1);
  }

  for (let match = pattern.exec(source); match; match = pattern.exec(source)) {
    const [token] = match;
    const last = depths.length - 1;
    if (token === "`") readTemplate(match.index + 1);
    else if (token.startsWith("//") || token.startsWith("/*")) add("comment", token, match.index);
    else if (/^["']./.test(token)) add("text", token.slice(1, -1), match.index);
    else if (/^[A-Za-z_$]/.test(token)) add("name", token, match.index);
    else if (token.length > 1) {
      if (beforeExpression.test(source.slice(Math.max(0, match.index - 20), match.index))) continue;
      pattern.lastIndex = match.index + 1;
    } else if (last >= 0 && token === "{") depths[last] = (depths[last] ?? 0) + 1;
    else if (last >= 0 && token === "}") {
      if (depths[last] === 0) {
        depths.pop();
        readTemplate(match.index + 1);
      } else depths[last] = (depths[last] ?? 0) - 1;
    }
  }
  return pieces;
}
