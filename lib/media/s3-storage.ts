import { AwsClient } from "aws4fetch";
import { IMMUTABLE, type Storage } from "./storage-types";

export type S3Options = {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Where browsers find the bucket's files; the endpoint itself where it is not named. */
  publicUrl?: string;
};

const TIMEOUT_MS = 20_000;
const trimmed = (url: string) => url.replace(/\/+$/, "");

/** Files in a bucket of anything that speaks S3, addressed by path as every one of them understands. */
export function s3Storage({ endpoint, bucket, publicUrl, ...account }: S3Options): Storage {
  const client = new AwsClient({ ...account, service: "s3", retries: 2 });
  const address = (key: string) => `${trimmed(endpoint)}/${bucket}/${key}`;
  const base = publicUrl ? trimmed(publicUrl) : `${trimmed(endpoint)}/${bucket}`;
  const send = (key: string, init: RequestInit) =>
    client.fetch(address(key), { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });

  return {
    async put(key, bytes, contentType) {
      const answer = await send(key, {
        method: "PUT",
        body: new Uint8Array(bytes),
        headers: { "Content-Type": contentType, "Cache-Control": IMMUTABLE },
      });
      if (!answer.ok) throw new Error(`The bucket refused a file: ${answer.status}`);
    },

    async read(key) {
      const answer = await send(key, { method: "GET" });
      if (answer.status === 404) return null;
      if (!answer.ok) throw new Error(`The bucket refused to read a file: ${answer.status}`);
      return new Uint8Array(await answer.arrayBuffer());
    },

    url: (key) => `${base}/${key}`,

    async remove(keys) {
      await Promise.all(
        keys.map(async (key) => {
          const answer = await send(key, { method: "DELETE" });
          if (!answer.ok && answer.status !== 404) throw new Error(`The bucket refused a removal: ${answer.status}`);
        }),
      );
    },
  };
}
