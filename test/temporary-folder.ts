import { mkdtempSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const MEMORY = "/dev/shm";
const ENOUGH_BYTES = 4 * 1024 ** 3;

/** Shared memory: containers often have 64 MB of it, and systems other than Linux none. */
function hasEnoughMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ENOUGH_BYTES;
  } catch {
    return false;
  }
}

/** A new folder for temporary data: in memory where there is enough, as test databases keep a disk busy. */
export function makeTemporaryFolder(): string {
  return mkdtempSync(join(hasEnoughMemory() ? MEMORY : tmpdir(), "quorix-test-"));
}
