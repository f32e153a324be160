import { isCoverFile } from "./cover-key";
import { storage } from "./storage";
import { IMMUTABLE } from "./storage-types";

const headers = {
  "Cache-Control": IMMUTABLE,
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "default-src 'none'; sandbox",
};

const missing = () => new Response("Not found", { status: 404, headers: { "Cache-Control": "no-store" } });

export async function serveMedia(key: string): Promise<Response> {
  if (!isCoverFile(key)) return missing();
  const url = storage.url(key);
  if (!url.startsWith("/")) return new Response(null, { status: 308, headers: { ...headers, Location: url } });
  const bytes = await storage.read(key);
  if (!bytes) return missing();
  const type = key.endsWith(".webp") ? "image/webp" : "image/jpeg";
  return new Response(new Uint8Array(bytes), { headers: { ...headers, "Content-Type": type } });
}
