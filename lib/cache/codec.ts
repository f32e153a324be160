import { promisify } from "node:util";
import { deserialize, serialize } from "node:v8";
import { gunzip, gzip } from "node:zlib";

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** Structured data (maps, dates and buffers, too) as text for Redis. */
export async function encode<Value>(value: Value): Promise<string> {
  return (await zip(serialize(value))).toString("base64");
}

/** The caller vouches for the type: it wrote this under this key. */
export async function decode<Value>(text: string): Promise<Value> {
  return deserialize(await unzip(Buffer.from(text, "base64")));
}
