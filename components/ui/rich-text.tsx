import type { ReactNode } from "react";

/**
 * A sentence with elements in it: "{name} is no longer sold." with `{ name: <bdi>Balcony</bdi> }`. Each piece of text
 * has an element to itself, as a browser's translator wants it.
 */
export function RichText({ text, values }: { text: string; values: Record<string, ReactNode> }) {
  return text.split(/\{(\w+)\}/).map((piece, at) => {
    const key = `${at}`;
    if (at % 2 === 0) return piece ? <span key={key}>{piece}</span> : null;
    if (!(piece in values)) throw new Error(`No value for {${piece}} in “${text}”.`);
    return <span key={key}>{values[piece]}</span>;
  });
}
