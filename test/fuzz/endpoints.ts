import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { ActionDefinition } from "./defined-actions";
import type { RouteDefinition } from "./defined-routes";

const manifestSchema = z.object({
  node: z.record(
    z.string(),
    z.object({
      filename: z.string().optional(),
      exportedName: z.string().optional(),
      workers: z.record(z.string(), z.unknown()),
    }),
  ),
});

export type Action = { name: string; id: string; pages: string[]; definition: ActionDefinition };
export type Route = { name: string; method: string; definition: RouteDefinition };

/** Every server action of the build, with its definition and its id. */
export async function readBuildActions(): Promise<Action[]> {
  const { node } = manifestSchema.parse(
    JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8")),
  );
  const found: Action[] = [];
  for (const [id, { filename = "", exportedName = "", workers }] of Object.entries(node)) {
    const [file] = /lib\/.*actions\.ts$/.exec(filename) ?? [];
    if (!file) continue;
    const definition: ActionDefinition | undefined = (await import(`@/${file}`))[exportedName];
    if (!definition) throw new Error(`${file} exports no ${exportedName}`);
    found.push({ name: exportedName, id, pages: Object.keys(workers).map(toPagePath), definition });
  }
  return found.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** The path of a page by the folder it stands in. */
const toPagePath = (worker: string) =>
  worker
    .replace(/^app|\/page$/g, "")
    .replace(/\/\([^)]*\)/g, "")
    .replace(/^$/, "/");

/** Routes of libraries, which only a bundler can import. Inngest's SDK answers calls of functions it does not know with 500. */
const libraryRoutes: Record<string, Route[]> = {
  "api/auth/[...nextauth]/route.ts": ["GET", "POST"].map((method) => ({
    name: `${method} /api/auth/[...nextauth]`,
    method,
    definition: { path: "/api/auth/[...nextauth]", ...(method === "POST" ? { body: { limit: 64 * 1024 } } : {}) },
  })),
  "api/inngest/route.ts": [{ name: "GET /api/inngest", method: "GET", definition: { path: "/api/inngest" } }],
};

/** Every route handler in `app/`. */
export async function readCodeRoutes(): Promise<Route[]> {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) =>
    /(^|\/)route\.tsx?$/.test(file),
  );
  const found: Route[] = [];
  for (const file of files.toSorted()) {
    const library = libraryRoutes[file];
    if (library) {
      found.push(...library);
      continue;
    }
    const exported: Record<string, RouteDefinition> = await import(`@/app/${file}`);
    for (const [method, definition] of Object.entries(exported)) {
      if (/^[A-Z]+$/.test(method)) found.push({ name: `${method} ${definition.path}`, method, definition });
    }
  }
  return found;
}
