import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { NoStorageError, type Storage } from "./storage-types";

const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? error.code : undefined);

/** Files in a folder of this machine, served by app/media. */
export function localStorage(folder: string): Storage {
  const root = resolve(/* turbopackIgnore: true */ folder);

  function pathOf(key: string) {
    const path = join(root, key);
    if (!path.startsWith(root + sep)) throw new Error("A key leads out of the folder");
    return path;
  }

  return {
    async put(key, bytes) {
      const path = pathOf(key);
      // Renamed once it is complete, so that a partial file is never served.
      const partial = `${path}.${randomUUID()}`;
      try {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(partial, bytes);
        await rename(partial, path);
      } catch (error) {
        await rm(partial, { force: true }).catch(() => {});
        if (["EROFS", "EACCES", "EPERM", "ENOENT", "ENOTDIR"].includes(String(codeOf(error)))) {
          throw new NoStorageError(error);
        }
        throw error;
      }
    },

    async read(key) {
      try {
        return await readFile(pathOf(key));
      } catch (error) {
        if (codeOf(error) === "ENOENT") return null;
        throw error;
      }
    },

    url: (key) => `/media/${key}`,

    async remove(keys) {
      await Promise.all(keys.map((key) => rm(pathOf(key), { force: true })));
    },
  };
}
