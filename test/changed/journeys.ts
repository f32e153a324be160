import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** Written by e2e/fixtures/visits.ts: what each journey visited when it last passed here. */
export const visitsFolder = ".quorix/visits";

const journey = z.object({ spec: z.string(), titles: z.array(z.string()), paths: z.array(z.string()) });
export type Journey = z.infer<typeof journey>;

/** A record from before its spec was last written says nothing any more. */
export function recordedJourneys(root: string): Journey[] {
  const folder = join(root, visitsFolder);
  const records = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  return records.flatMap((file) => {
    const recorded = journey.parse(JSON.parse(readFileSync(file, "utf8")));
    const spec = join(root, recorded.spec);
    return existsSync(spec) && statSync(spec).mtimeMs < statSync(file).mtimeMs ? [recorded] : [];
  });
}

/** As Playwright's --test-list-invert takes them. */
export const asTestList = (journeys: Journey[]) =>
  journeys.map(({ spec, titles }) => [spec.replace(/^e2e\//, ""), ...titles].join(" › ")).join("\n");
