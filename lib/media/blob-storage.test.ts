// @vitest-environment node
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { blobStorage } from "./blob-storage";

const TOKEN = "vercel_blob_rw_AbC123_secret";
const base = "https://abc123.public.blob.vercel-storage.com";

type Seen = { method?: string; url?: string; headers: IncomingMessage["headers"]; body: string };
const seen: Seen[] = [];
let server: Server;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    seen.push({
      method: request.method,
      url: request.url,
      headers: request.headers,
      body: String(Buffer.concat(chunks)),
    });
    const known = request.headers.authorization === `Bearer ${TOKEN}`;
    const url = `${base}/covers/a/640.webp`;
    response
      .writeHead(known ? 200 : 403, { "Content-Type": "application/json" })
      .end(known ? JSON.stringify({ url, downloadUrl: url, pathname: "covers/a/640.webp" }) : "{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => server.close());
beforeEach(() => {
  seen.length = 0;
  vi.stubEnv("VERCEL_BLOB_API_URL", `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  vi.stubEnv("VERCEL_BLOB_RETRIES", "0");
});

const bytes = new TextEncoder().encode("picture");

it("keeps a public file under its own name, with its type, for good", async () => {
  await blobStorage(TOKEN).put("covers/a/640.webp", bytes, "image/webp");
  expect(seen).toHaveLength(1);
  expect(new URL(seen[0]?.url ?? "", "http://x").searchParams.get("pathname")).toBe("covers/a/640.webp");
  expect(seen[0]).toMatchObject({
    method: "PUT",
    body: "picture",
    headers: {
      "x-content-type": "image/webp",
      "x-add-random-suffix": "0",
      "x-cache-control-max-age": "31536000",
      "x-vercel-blob-access": "public",
    },
  });
});

it("removes several at once", async () => {
  await blobStorage(TOKEN).remove(["covers/a/640.webp", "covers/a/1280.webp"]);
  expect(seen[0]).toMatchObject({ method: "POST", url: "/delete" });
  expect(JSON.parse(seen[0]?.body ?? "")).toEqual({ urls: ["covers/a/640.webp", "covers/a/1280.webp"] });
});

it("knows the address of a file from the token, and fails with one that is refused", async () => {
  expect(blobStorage(TOKEN).url("covers/a/640.webp")).toBe(`${base}/covers/a/640.webp`);
  await expect(blobStorage("vercel_blob_rw_x_y").put("covers/a/640.webp", bytes, "image/webp")).rejects.toThrow();
});

it("reads a file from its public address", async () => {
  const fetched = vi.spyOn(globalThis, "fetch").mockImplementation(async (input) => {
    const found = String(input) === `${base}/covers/a/640.webp`;
    return new Response(found ? bytes : null, { status: found ? 200 : 404 });
  });
  expect(await blobStorage(TOKEN).read("covers/a/640.webp")).toEqual(bytes);
  expect(await blobStorage(TOKEN).read("covers/b/640.webp")).toBeNull();
  expect(fetched).toHaveBeenCalledTimes(2);
});
