import { del, put } from "@vercel/blob";
import type { Storage } from "./storage-types";

const CACHED_SECONDS = 365 * 24 * 60 * 60;
const TIMEOUT_MS = 20_000;

/** Files in a Vercel Blob store. The token contains the store's id, which is part of the addresses. */
export function blobStorage(token: string): Storage {
  const [, , , storeId = ""] = token.split("_");
  const url = (key: string) => `https://${storeId.toLowerCase()}.public.blob.vercel-storage.com/${key}`;
  const limits = () => ({ token, abortSignal: AbortSignal.timeout(TIMEOUT_MS) });

  return {
    async put(key, bytes, contentType) {
      await put(key, Buffer.from(bytes), {
        ...limits(),
        access: "public",
        contentType,
        addRandomSuffix: false,
        cacheControlMaxAge: CACHED_SECONDS,
      });
    },

    async read(key) {
      const response = await fetch(url(key), { signal: AbortSignal.timeout(TIMEOUT_MS) });
      if (response.status === 404) return null;
      if (!response.ok) throw new Error(`Vercel Blob refused to read a file: ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },

    url,

    async remove(keys) {
      await del(keys, limits());
    },
  };
}
