import { gzipSync } from "node:zlib";

/** Bytes, gzipped, of every script that a page's HTML asks a current browser to load. */
export async function measureScriptBytes(pageUrl: string): Promise<number> {
  const html = await (await fetch(pageUrl)).text();
  const sources = new Set<string>();
  for (const [tag] of html.matchAll(/<script\b[^>]*>/g)) {
    const source = /\bsrc="([^"]+)"/.exec(tag)?.[1];
    if (source && !/\bnomodule\b/i.test(tag)) sources.add(source);
  }
  let bytes = 0;
  for (const source of sources) {
    const script = await fetch(new URL(source, pageUrl));
    bytes += gzipSync(Buffer.from(await script.arrayBuffer())).length;
  }
  return bytes;
}
