import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const folder = mkdtempSync("/tmp/quorix-lint-");
cpSync("lint", join(folder, "lint"), { recursive: true });
cpSync("biome.jsonc", join(folder, "biome.jsonc"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;

/** Writes a file with this text, in a folder of its own below the first of `path`. */
function written(path: string, text: string): string {
  const [top = "", ...rest] = path.split("/");
  files += 1;
  const file = join(top, `file-${files}`, ...rest);
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
  return file;
}

let report = "";

// Of all files at once: the linter takes longer to start than to read them.
beforeAll(() => {
  const program = resolve("node_modules/@biomejs/biome/bin/biome");
  const args = [program, "lint", "--vcs-enabled=false", "--colors=off", "--max-diagnostics=none", "--reporter=github"];
  report = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" }).stdout;
});

/** What the linter says about a file, by the project's own rules. */
const said = (file: string) =>
  report
    .split("\n")
    .filter((line) => line.includes(`file=${join(folder, file)},`))
    .join("\n");

/** The same text at several places. */
const at =
  (...paths: string[]) =>
  (text: string) => ({ text, files: paths.map((path) => written(path, text)) });

const page = (body: string) =>
  `export default async function Page({ params }: { params: Promise<{ slug: string }> }) {\n  ${body}\n}\n`;

test.each(
  [
    page("const { slug } = await params;\n  return slug;"),
    page("return (await params).slug;"),
    page("const [{ slug }] = await Promise.all([params]);\n  return slug;"),
    page("return params.then(({ slug }) => slug);"),
    page("return read(params);"),
    "export default async (props: { params: Promise<{ slug: string }> }) => (await props.params).slug;\n",
    "export const GET = async (_: Request, { params: asked }: Context) => (await asked).slug;\n",
    'import { useParams } from "next/navigation";\nexport const useSlug = () => useParams().slug;\n',
  ].map(at("app/events/[slug]/page.tsx")),
)("a parameter that is read past routeParams is refused: $text", ({ files }) => {
  for (const file of files) expect(said(file), file).toContain("routeParams(params)");
});

const withRouteParams = written(
  "app/events/[slug]/page.tsx",
  page("const [{ slug }] = await Promise.all([routeParams(params)]);\n  return slug;"),
);
test("routeParams is let through", () => {
  expect(said(withRouteParams)).not.toContain("routeParams(params)");
});

test.each(
  [
    'new Response("", { headers: { "Content-Disposition": `attachment` } });\n',
    "new Response('', { headers: { 'content-disposition': `attachment` } });\n",
    'headers.set("Content-disposition", "inline");\n',
    "headers.set(`content-disposition`, name);\n",
  ].map(at("app/api/file/route.ts", "lib/export/other.ts", "local/files.ts")),
)("a header with a name that is written by hand is refused: $text", ({ files }) => {
  for (const file of files) expect(said(file), file).toContain("attachmentHeader()");
});

test.each(
  [
    'db.select().from(events).for("update");\n',
    'db.select().from(jobs).for("update", { skipLocked: true });\n',
    "tx.execute(sql`select 1 from events\n  where id = 1 FOR UPDATE`);\n",
    'tx.unsafe("select 1 from events for update of e");\n',
  ].map(at("lib/booking/other.ts", "db/other.ts", "inngest/functions/other.ts")),
)("a row lock that also holds up inserts which refer to the row is refused: $text", ({ files }) => {
  for (const file of files) expect(said(file), file).toContain("for no key update");
});

const withLock = written(
  "lib/booking/other.ts",
  'db.select().from(events).for("no key update");\ntx.execute(sql`select 1 for no key update`);\n',
);
test("the lock that lets foreign keys' checks pass is let through", () => {
  expect(said(withLock)).not.toContain("Lock rows");
});

test.each(
  [
    "export async function GET() {\n  return Response.json({});\n}\n",
    "export async function POST(request: Request): Promise<Response> {\n  return new Response(await request.text());\n}\n",
    "export function DELETE(_: Request, context: Context) {\n  return remove(context);\n}\n",
    "export const GET = async () => Response.json({});\n",
  ].map(at("app/api/some/route.ts")),
)("a route handler that fails without the database is refused: $text", ({ files }) => {
  for (const file of files) expect(said(file), file).toContain("whenReachable(...)");
});

const whenReachable = written(
  "app/api/some/route.ts",
  "export const GET = whenReachable(async () => Response.json({}));\n",
);
test("whenReachable is let through", () => {
  expect(said(whenReachable)).not.toContain("whenReachable(...)");
});
