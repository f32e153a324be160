import "server-only";
import { coverKey } from "./cover-key";
import { storage } from "./storage";

/** The address that the files of a cover begin with; null where an event has no picture of ours. */
export function coverBase(key: string | null): string | null {
  return key && coverKey.safeParse(key).success ? storage.url(key) : null;
}
