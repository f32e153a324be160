const entities: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  hellip: "…",
  ndash: "–",
  mdash: "—",
  rsquo: "’",
  lsquo: "‘",
  rdquo: "”",
  ldquo: "“",
  euro: "€",
  copy: "©",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  Auml: "Ä",
  Ouml: "Ö",
  Uuml: "Ü",
  szlig: "ß",
  eacute: "é",
  egrave: "è",
  agrave: "à",
  ccedil: "ç",
};

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (typeof name === "string") return Object.hasOwn(entities, name) ? (entities[name] ?? whole) : whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}

const looksLikeHtml = /<(?:p|br|div|span|a|b|i|u|ul|ol|li|strong|em|html|body|h[1-6]|table|font)\b[^<>]{0,2000}>/i;

const blocks: Record<string, string> = {
  br: "\n",
  p: "\n\n",
  div: "\n",
  tr: "\n",
  table: "\n\n",
  ul: "\n\n",
  ol: "\n\n",
  hr: "\n\n---\n\n",
  blockquote: "\n\n",
  h1: "\n\n## ",
  h2: "\n\n## ",
  h3: "\n\n### ",
  h4: "\n\n### ",
  h5: "\n\n### ",
  h6: "\n\n### ",
};
const inlineMarks: Record<string, string> = { b: "**", strong: "**", i: "*", em: "*" };

/** Escapes angle brackets, which Markdown hides, and a leading #, which makes a heading. */
function escapeMarkdown(text: string): string {
  return text.replace(/<(?=[a-z/!?])/gi, "\\<").replace(/^(#{1,6}|>)(?=\s)/gm, "\\$1");
}

/** Keeps line breaks: Markdown needs two spaces before them, unless a list or paragraph follows. */
function addHardBreaks(text: string): string {
  return text.replace(/([^\n])\n(?![\n]|\s{0,3}(?:[-*+]|\d{1,3}[.)])\s)/g, "$1  \n");
}

/** Converts a calendar's description, plain text or HTML, to Markdown. */
export function htmlToMarkdown(source: string): string {
  if (!looksLikeHtml.test(source)) return addHardBreaks(escapeMarkdown(source.replace(/\r\n?/g, "\n").trim()));
  let result = "";
  let hidden: string | null = null;
  let link: { url: string; from: number } | null = null;
  for (const [token] of source.matchAll(/<!--[^>]{0,2000}-->|<[^<>]{0,4000}>|[^<]+|</g)) {
    const tag = /^<(\/?)([a-z][a-z0-9]{0,20})\b([^<>]*)>$/i.exec(token);
    const name = tag?.[2]?.toLowerCase() ?? "";
    const isEnd = tag?.[1] === "/";
    if (hidden !== null) {
      if (isEnd && name === hidden) hidden = null;
    } else if (!tag) {
      if (!token.startsWith("<!")) result += escapeMarkdown(decodeEntities(token.replace(/\s+/g, " ")));
    } else if (["script", "style", "head", "title"].includes(name)) {
      if (!isEnd) hidden = name;
    } else if (name === "li") {
      result += isEnd ? "" : "\n- ";
    } else if (name === "a" && !isEnd) {
      const url = decodeEntities(
        /\bhref\s{0,5}=\s{0,5}["']?(https?:\/\/[^"'\s<>]{1,2000})/i.exec(tag[3] ?? "")?.[1] ?? "",
      );
      link = url === "" ? null : { url: url.replace(/[()]/g, encodeURIComponent), from: result.length };
    } else if (name === "a" && link) {
      const text = result.slice(link.from).trim();
      const plain = text === "" || text === link.url ? `<${link.url}>` : `[${text.replace(/[[\]]/g, "")}](${link.url})`;
      result = result.slice(0, link.from) + plain;
      link = null;
    } else if (name in inlineMarks) {
      result += inlineMarks[name];
    } else if (name in blocks) {
      result += isEnd && name !== "br" ? (name === "div" || name === "tr" ? "\n" : "\n\n") : blocks[name];
    }
  }
  // Empty emphasis would show its asterisks.
  const tidy = result
    .replace(/\*{2}\s{0,20}\*{2}/g, "")
    .replace(/ {1,200}\n/g, "\n")
    .replace(/\n {1,200}/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return addHardBreaks(tidy);
}
