// @vitest-environment node
import { chmod, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { localStorage } from "./local-storage";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "quorix-media-"));
});
afterAll(() => rm(folder, { recursive: true }));

const bytes = new TextEncoder().encode("picture");

it("keeps a file until it is removed, and finds no other", async () => {
  const storage = localStorage(join(folder, "not", "there", "yet"));
  await storage.put("covers/a/640.webp", bytes, "image/webp");
  expect(await storage.read("covers/a/640.webp")).toEqual(Buffer.from(bytes));
  expect(await readdir(join(folder, "not", "there", "yet", "covers", "a"))).toEqual(["640.webp"]);
  expect(storage.url("covers/a/640.webp")).toBe("/media/covers/a/640.webp");

  await storage.remove(["covers/a/640.webp", "covers/a/never-there.webp"]);
  expect(await storage.read("covers/a/640.webp")).toBeNull();
});

it("never leads out of its folder", async () => {
  const storage = localStorage(join(folder, "media"));
  await writeFile(join(folder, "secret"), "secret");
  for (const key of ["../secret", "covers/../../secret", ".."]) {
    await expect(storage.read(key)).rejects.toThrow("leads out");
    await expect(storage.put(key, bytes, "image/webp")).rejects.toThrow("leads out");
    await expect(storage.remove([key])).rejects.toThrow("leads out");
  }
});

it("says what to set where nothing can be written", async () => {
  // A file where the folder should be: refused to every user, unlike a folder that only lacks the right to write.
  await writeFile(join(folder, "file"), "");
  await chmod(join(folder, "file"), 0o400);
  const storage = localStorage(join(folder, "file"));
  await expect(storage.put("covers/a/640.webp", bytes, "image/webp")).rejects.toThrow(
    /Set BLOB_READ_WRITE_TOKEN .* MEDIA_S3_ .* MEDIA_DIR/,
  );
});
