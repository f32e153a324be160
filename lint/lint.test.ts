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
function write(path: string, text: string): string {
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

/** The linter's messages about a file, by the project's own rules. */
const reportFor = (file: string) =>
  report
    .split("\n")
    .filter((line) => line.includes(`file=${join(folder, file)},`))
    .join("\n");

/** Each of these texts, at each of these paths, is reported with this message. */
function isRefused(what: string, words: string, paths: string[], texts: string[]) {
  const cases = texts.map((text) => ({ text, written: paths.map((path) => write(path, text)) }));
  test.each(cases)(`${what} is refused: $text`, ({ written }) => {
    for (const file of written) expect(reportFor(file), file).toContain(words);
  });
}

function isLetThrough(what: string, words: string, path: string, text: string) {
  const file = write(path, text);
  test(`${what} is let through`, () => expect(reportFor(file)).not.toContain(words));
}

const page = (body: string) =>
  `export default async function Page({ params }: { params: Promise<{ slug: string }> }) {\n  ${body}\n}\n`;

isRefused(
  "a parameter that is read past routeParams",
  "routeParams(params)",
  ["app/events/[slug]/page.tsx"],
  [
    page("const { slug } = await params;\n  return slug;"),
    page("return (await params).slug;"),
    page("const [{ slug }] = await Promise.all([params]);\n  return slug;"),
    page("return params.then(({ slug }) => slug);"),
    page("return read(params);"),
    "export default async (props: { params: Promise<{ slug: string }> }) => (await props.params).slug;\n",
    "export const GET = async (_: Request, { params: asked }: Context) => (await asked).slug;\n",
    'import { useParams } from "next/navigation";\nexport const useSlug = () => useParams().slug;\n',
  ],
);

isLetThrough(
  "routeParams",
  "routeParams(params)",
  "app/events/[slug]/page.tsx",
  page("const [{ slug }] = await Promise.all([routeParams(params)]);\n  return slug;"),
);

isRefused(
  "a header with a name that is written by hand",
  "attachmentHeader()",
  ["app/api/file/route.ts", "lib/export/other.ts", "local/files.ts"],
  [
    'new Response("", { headers: { "Content-Disposition": `attachment` } });\n',
    "new Response('', { headers: { 'content-disposition': `attachment` } });\n",
    'headers.set("Content-disposition", "inline");\n',
    "headers.set(`content-disposition`, name);\n",
  ],
);

isRefused(
  "a row lock that also holds up inserts which refer to the row",
  "for no key update",
  ["lib/booking/other.ts", "db/other.ts", "inngest/functions/other.ts"],
  [
    'db.select().from(events).for("update");\n',
    'db.select().from(jobs).for("update", { skipLocked: true });\n',
    "tx.execute(sql`select 1 from events\n  where id = 1 FOR UPDATE`);\n",
    'tx.unsafe("select 1 from events for update of e");\n',
  ],
);

isLetThrough(
  "the lock that lets foreign keys' checks pass",
  "Lock rows",
  "lib/booking/other.ts",
  'db.select().from(events).for("no key update");\ntx.execute(sql`select 1 for no key update`);\n',
);

const handler = "defineRoute(...)";

isRefused(
  "a route handler of its own",
  handler,
  ["app/api/some/route.ts", "app/api/some/[slug]/route.tsx"],
  [
    "export async function GET() {\n  return Response.json({});\n}\n",
    "export async function POST(_request: Request): Promise<Response> {\n  return new Response();\n}\n",
    "export function DELETE(_: Request, context: Context) {\n  return remove(context);\n}\n",
    "export const GET = async () => Response.json({});\n",
    "export const { GET, POST } = serve({ functions });\n",
    "const handler = NextAuth(options);\nexport { handler as GET };\n",
  ],
);

isLetThrough(
  "defineRoute",
  handler,
  "app/api/some/route.ts",
  'export const GET = defineRoute("/api/some", { run: async () => Response.json({}) });\n',
);

const body = "a body has a bound";

isRefused(
  "a body that is read past its bound",
  body,
  ["app/api/some/route.ts", "lib/event-import/other.ts"],
  [
    "export const read = async (request: Request) => request.json();\n",
    "export const read = async (request: Request) => new FormData(await request.formData());\n",
    "export const read = (request: Request) => request.text();\n",
    "export async function read(req: Request) {\n  for await (const chunk of req.body ?? []) use(chunk);\n}\n",
  ],
);

isLetThrough(
  "the answer of somebody else",
  body,
  "lib/media/other.ts",
  'export const read = async () => (await fetch("https://quorix.test")).json();\n',
);

const action = "defineAction(...)";
const inActions = (text: string) => `"use server";\n\n${text}\n`;

isRefused(
  "a server action of its own",
  action,
  ["lib/some/actions.ts", "lib/some/desk-actions.ts"],
  [
    inActions("export async function saveAction(form: FormData) {\n  await save(form);\n}"),
    inActions("export const saveAction = async (form: FormData) => save(form);"),
    inActions("export const saveAction = guarded(defineAction({ input, access, run }));"),
    inActions("export const save = defineAction({ input, access, run });"),
    inActions('export { save } from "./save";'),
    inActions("const save = defineAction({ input, access, run });\nexport { save };"),
    inActions("export default defineAction({ input, access, run });"),
  ],
);

isRefused(
  "input that is parsed by hand in a server action",
  "parse throws",
  ["lib/some/actions.ts"],
  [inActions("export const saveAction = defineAction({ run: async ({ input }) => save(schema.parse(input)) });")],
);

isLetThrough(
  "an action that is defined",
  action,
  "lib/some/actions.ts",
  inActions(
    [
      "export type Saved = { ok: true };",
      "export const saveAction = defineFormAction({\n  input,\n  access,\n  run,\n});",
      "export const openAction = defineAction({ input, access, run });",
      "export const leaveAction = defineRedirectAction({ input, access, run, refused });",
    ].join("\n"),
  ),
);

isRefused(
  "a server action elsewhere",
  "actions.ts",
  ["lib/some/save.ts", "components/some/form.tsx", "app/some/page.tsx"],
  [
    inActions("export const saveAction = defineAction({ input, access, run });"),
    'export async function save() {\n  "use server";\n  await store();\n}\n',
  ],
);

isRefused(
  "a counter of seats that is written by hand",
  "verbs of EventUnitOfWork",
  ["lib/booking/move.ts", "app/events/page.ts"],
  [
    "export const save = (tx: Tx) => tx.update(events).set({ availableTickets: 3 }).where(one);\n",
    "export const save = (tx: Tx, capacity: number) => tx.update(events).set({ name, capacity });\n",
    "export const save = (tx: Tx) => tx.update(ticketTypes).set({ ...values, sold: 0 });\n",
    "export const save = (tx: Tx) => tx.execute(sql`update events set waitlist_tickets = 0 where id = 7`);\n",
    "export const save = (tx: Tx) => tx.execute(sql`update ticket_types t\n  set sold = t.sold + 1`);\n",
  ],
);

isLetThrough(
  "what is counted in lib/inventory",
  "verbs of EventUnitOfWork",
  "lib/inventory/writes.ts",
  "export const save = (tx: Tx) => tx.update(events).set({ availableTickets: 3 });\n",
);

isLetThrough(
  "a condition on a counter",
  "verbs of EventUnitOfWork",
  "lib/booking/find.ts",
  "export const find = (tx: Tx) => tx.execute(sql`select id from events where available_tickets = 0`);\n",
);
