// @vitest-environment node
import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { s3Storage } from "./s3-storage";

const SECRET = "secret/key+of=forty";
const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");
const hmac = (key: string | Buffer, data: string) => createHmac("sha256", key).update(data).digest();

/** Signature version 4 of a request, worked out from Amazon's description of it. */
function signatureOf(request: IncomingMessage, body: Buffer, credential: string, signedHeaders: string) {
  const [, day = "", region = "", service = ""] = credential.split("/");
  const names = signedHeaders.split(";");
  const canonical = [
    request.method,
    request.url,
    "",
    ...names.map((name) => `${name}:${String(request.headers[name]).trim()}`),
    "",
    signedHeaders,
    request.headers["x-amz-content-sha256"] === "UNSIGNED-PAYLOAD" ? "UNSIGNED-PAYLOAD" : sha256(body),
  ].join("\n");
  const scope = [day, region, service, "aws4_request"].join("/");
  const text = ["AWS4-HMAC-SHA256", request.headers["x-amz-date"], scope, sha256(canonical)].join("\n");
  const key = [day, region, service, "aws4_request"].reduce<string | Buffer>(hmac, `AWS4${SECRET}`);
  return hmac(key, text).toString("hex");
}

const files = new Map<string, { body: Buffer; headers: IncomingMessage["headers"] }>();
let failures = 0;
let server: Server;

/** As much of S3 as is spoken to it: it lets in who signed with the right secret. */
async function answer(request: IncomingMessage): Promise<{ status: number; body?: Buffer }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  if (failures > 0) {
    failures -= 1;
    return { status: 503 };
  }
  const [, credential = "", signedHeaders = "", signature] =
    /^AWS4-HMAC-SHA256 Credential=(\S+), SignedHeaders=(\S+), Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? "",
    ) ?? [];
  if (!credential.startsWith("KEY/") || !credential.endsWith("/eu-central-1/s3/aws4_request")) return { status: 400 };
  if (signature !== signatureOf(request, body, credential, signedHeaders)) return { status: 403 };
  const path = request.url ?? "";
  if (request.method === "PUT") files.set(path, { body, headers: request.headers });
  if (request.method === "DELETE") return { status: files.delete(path) ? 204 : 404 };
  const found = files.get(path);
  return found ? { status: 200, body: request.method === "GET" ? found.body : undefined } : { status: 404 };
}

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const { status, body } = await answer(request);
    response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => server.close());
beforeEach(() => files.clear());

function storageWith(over: Partial<Parameters<typeof s3Storage>[0]> = {}) {
  const { port } = server.address() as AddressInfo;
  return s3Storage({
    endpoint: `http://127.0.0.1:${port}/`,
    bucket: "media",
    region: "eu-central-1",
    accessKeyId: "KEY",
    secretAccessKey: SECRET,
    ...over,
  });
}

const bytes = new TextEncoder().encode("picture");

it("keeps a file with its type, for good, and reads it back", async () => {
  const storage = storageWith();
  await storage.put("covers/a/640.webp", bytes, "image/webp");
  expect(files.get("/media/covers/a/640.webp")).toMatchObject({
    body: Buffer.from(bytes),
    headers: { "content-type": "image/webp", "cache-control": "public, max-age=31536000, immutable" },
  });
  expect(await storage.read("covers/a/640.webp")).toEqual(bytes);
  expect(await storage.read("covers/a/1280.webp")).toBeNull();
});

it("removes what is there, and minds nothing that is not", async () => {
  const storage = storageWith();
  await storage.put("covers/a/640.webp", bytes, "image/webp");
  await storage.remove(["covers/a/640.webp", "covers/a/1280.webp"]);
  expect(files.size).toBe(0);
});

it("sends browsers to the public address, which may be another one", () => {
  const { port } = server.address() as AddressInfo;
  expect(storageWith().url("covers/a/640.webp")).toBe(`http://127.0.0.1:${port}/media/covers/a/640.webp`);
  expect(storageWith({ publicUrl: "https://media.example.com/" }).url("covers/a/640.webp")).toBe(
    "https://media.example.com/covers/a/640.webp",
  );
});

it("tries again where the storage stumbles", async () => {
  failures = 2;
  await storageWith().put("covers/a/640.webp", bytes, "image/webp");
  expect(files.size).toBe(1);
});

it("fails where the storage refuses", async () => {
  const storage = storageWith({ secretAccessKey: "wrong" });
  await expect(storage.put("covers/a/640.webp", bytes, "image/webp")).rejects.toThrow("403");
  await expect(storage.read("covers/a/640.webp")).rejects.toThrow("403");
  await expect(storage.remove(["covers/a/640.webp"])).rejects.toThrow("403");
});
