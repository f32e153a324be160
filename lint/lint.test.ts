import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync("/tmp/quorix-lint-");
cpSync("lint", join(folder, "lint"), { recursive: true });
cpSync("biome.jsonc", join(folder, "biome.jsonc"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the linter says about a file with this text, by the project's own rules. */
function said(path: string, text: string): string {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  try {
    const program = resolve("node_modules/@biomejs/biome/bin/biome");
    const args = [program, "lint", "--vcs-enabled=false", "--colors=off", "--reporter=github", path];
    return execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return stdout + stderr;
  }
}

const page = (body: string) =>
  `export default async function Page({ params }: { params: Promise<{ slug: string }> }) {\n  ${body}\n}\n`;

test.each([
  page("const { slug } = await params;\n  return slug;"),
  page("return (await params).slug;"),
  page("const [{ slug }] = await Promise.all([params]);\n  return slug;"),
  page("return params.then(({ slug }) => slug);"),
  page("return read(params);"),
  "export default async (props: { params: Promise<{ slug: string }> }) => (await props.params).slug;\n",
  "export const GET = async (_: Request, { params: asked }: Context) => (await asked).slug;\n",
  'import { useParams } from "next/navigation";\nexport const useSlug = () => useParams().slug;\n',
])("a parameter that is read past routeParams is refused: %s", (text) => {
  expect(said("app/events/[slug]/page.tsx", text)).toContain("routeParams(params)");
});

test("routeParams is let through", () => {
  const text = page("const [{ slug }] = await Promise.all([routeParams(params)]);\n  return slug;");
  expect(said("app/events/[slug]/page.tsx", text)).not.toContain("routeParams(params)");
});

test.each([
  'new Response("", { headers: { "Content-Disposition": `attachment` } });\n',
  "new Response('', { headers: { 'content-disposition': `attachment` } });\n",
  'headers.set("Content-disposition", "inline");\n',
  "headers.set(`content-disposition`, name);\n",
])("a header with a name that is written by hand is refused: %s", (text) => {
  for (const path of ["app/api/file/route.ts", "lib/export/other.ts", "local/files.ts"]) {
    expect(said(path, text), path).toContain("attachmentHeader()");
  }
});

test.each([
  'db.select().from(events).for("update");\n',
  'db.select().from(jobs).for("update", { skipLocked: true });\n',
  "tx.execute(sql`select 1 from events\n  where id = 1 FOR UPDATE`);\n",
  'tx.unsafe("select 1 from events for update of e");\n',
])("a row lock that also holds up inserts which refer to the row is refused: %s", (text) => {
  for (const path of ["lib/booking/other.ts", "db/other.ts", "inngest/functions/other.ts"]) {
    expect(said(path, text), path).toContain("for no key update");
  }
});

test("the lock that lets foreign keys' checks pass is let through", () => {
  const text = 'db.select().from(events).for("no key update");\ntx.execute(sql`select 1 for no key update`);\n';
  expect(said("lib/booking/other.ts", text)).not.toContain("Lock rows");
});

test.each([
  "export async function GET() {\n  return Response.json({});\n}\n",
  "export async function POST(request: Request): Promise<Response> {\n  return new Response(await request.text());\n}\n",
  "export function DELETE(_: Request, context: Context) {\n  return remove(context);\n}\n",
  "export const GET = async () => Response.json({});\n",
])("a route handler that fails without the database is refused: %s", (text) => {
  expect(said("app/api/some/route.ts", text)).toContain("whenReachable(...)");
});

test("whenReachable is let through", () => {
  const text = "export const GET = whenReachable(async () => Response.json({}));\n";
  expect(said("app/api/some/route.ts", text)).not.toContain("whenReachable(...)");
});
