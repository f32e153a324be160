import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { z } from "zod";

/** Written by e2e/fixtures/visits.ts: what each journey visited when it last passed here. */
export const visitsFolder = ".quorix/visits";

const journey = z.object({
  spec: z.string(),
  titles: z.array(z.string()),
  paths: z.array(z.string()),
  /** Digests of the files of e2e/ at that time, so that a checkout or an undone edit changes nothing. */
  writtenAs: z.record(z.string(), z.string()),
});
export type Journey = z.infer<typeof journey>;

export function recordedJourneys(root: string): Journey[] {
  const folder = join(root, visitsFolder);
  const files = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  return files.flatMap((file) => journey.safeParse(JSON.parse(readFileSync(file, "utf8"))).data ?? []);
}

/** Of each file of e2e/, by its name in the project. */
export function journeyDigests(root: string): Record<string, string> {
  const files = readdirSync(join(root, "e2e"), { recursive: true, withFileTypes: true }).filter((file) =>
    file.isFile(),
  );
  return Object.fromEntries(
    files.map((file) => {
      const path = join(file.parentPath, file.name);
      return [relative(root, path), createHash("sha1").update(readFileSync(path)).digest("base64url")];
    }),
  );
}

/** As Playwright's --test-list-invert takes them. */
export const asTestList = (journeys: Journey[]) =>
  journeys.map(({ spec, titles }) => [spec.replace(/^e2e\//, ""), ...titles].join(" › ")).join("\n");
