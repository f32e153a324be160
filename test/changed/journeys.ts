import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** Written by e2e/fixtures/visits.ts: what each journey visited when it last passed here. */
export const visitsFolder = ".quorix/visits";

const journey = z.object({ spec: z.string(), titles: z.array(z.string()), paths: z.array(z.string()) });
export type Journey = z.infer<typeof journey> & { passedAt: number };

export function recordedJourneys(root: string): Journey[] {
  const folder = join(root, visitsFolder);
  const files = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  return files.map((file) => ({
    ...journey.parse(JSON.parse(readFileSync(file, "utf8"))),
    passedAt: statSync(file).mtimeMs,
  }));
}

/** As Playwright's --test-list-invert takes them. */
export const asTestList = (journeys: Journey[]) =>
  journeys.map(({ spec, titles }) => [spec.replace(/^e2e\//, ""), ...titles].join(" › ")).join("\n");
