import { AwsClient } from "aws4fetch";
import { IMMUTABLE, type Storage } from "./storage-types";

export type S3Options = {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** The public address of the bucket; the endpoint by default. */
  publicUrl?: string;
};

const TIMEOUT_MS = 20_000;
const trimmed = (url: string) => url.replace(/\/+$/, "");

/** Files in an S3-compatible bucket, addressed by path, which all services support. */
export function s3Storage({ endpoint, bucket, publicUrl, ...account }: S3Options): Storage {
  const client = new AwsClient({ ...account, service: "s3", retries: 2 });
  const address = (key: string) => `${trimmed(endpoint)}/${bucket}/${key}`;
  const base = publicUrl ? trimmed(publicUrl) : `${trimmed(endpoint)}/${bucket}`;
  const send = (key: string, init: RequestInit) =>
    client.fetch(address(key), { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });

  return {
    async put(key, bytes, contentType) {
      const response = await send(key, {
        method: "PUT",
        body: new Uint8Array(bytes),
        headers: { "Content-Type": contentType, "Cache-Control": IMMUTABLE },
      });
      if (!response.ok) throw new Error(`The bucket refused a file: ${response.status}`);
    },

    async read(key) {
      const response = await send(key, { method: "GET" });
      if (response.status === 404) return null;
      if (!response.ok) throw new Error(`The bucket refused to read a file: ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },

    url: (key) => `${base}/${key}`,

    async remove(keys) {
      await Promise.all(
        keys.map(async (key) => {
          const response = await send(key, { method: "DELETE" });
          if (!response.ok && response.status !== 404)
            throw new Error(`The bucket refused a removal: ${response.status}`);
        }),
      );
    },
  };
}
