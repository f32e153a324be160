import { readdirSync } from "node:fs";
import { NextRequest } from "next/server";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { type events, organizerMembers } from "@/db/schema";
import { getViewer, requireViewer } from "@/lib/auth/viewer";
import { IMPORT_CONTENT_TYPE } from "@/lib/event-import/dto";
import { makeEvent, makeUser } from "@/test/factories";

vi.mock("@/lib/auth/viewer", () => ({ getViewer: vi.fn(), requireViewer: vi.fn() }));

const ORIGIN = "http://localhost:3000";
const CHUNK = 64 * 1024;
const MOST = 10 * 1024 * 1024;

/** Handlers that are asked without an account, and so read before they know who asks. */
const open = [
  "app/api/auth/[...nextauth]/route.ts POST",
  "app/api/inngest/route.ts POST",
  "app/api/inngest/route.ts PUT",
  "app/api/stripe/webhook/route.ts POST",
];
/** Those that look at no body, whatever comes with the request. */
const without = [
  "app/api/organize/events/[slug]/cover/route.ts DELETE",
  "app/api/sign-out/route.ts POST",
  "app/api/unsubscribe/route.ts POST",
];

type Handler = (request: NextRequest, context: { params: Promise<object> }) => Promise<Response>;

const files = readdirSync("app", { recursive: true, encoding: "utf8" })
  .map((file) => `app/${file}`)
  .filter((file) => /\/route\.tsx?$/.test(file));
const handlers: [name: string, Handler][] = [];
for (const file of files) {
  const { GET: _, ...writing } = await import(`@/${file.replace(/\.tsx?$/, "")}`);
  for (const [method, handler] of Object.entries(writing)) {
    if (typeof handler === "function") handlers.push([`${file} ${method}`, handler as Handler]);
  }
}
const reading = handlers.filter(([name]) => !without.includes(name));

let event: typeof events.$inferSelect;
let viewer: { id: number; name: string; email: string; timeZone: null; isSuperuser: boolean };

beforeAll(async () => {
  event = await makeEvent(db);
  const { id, name, email } = await makeUser(db);
  await db.insert(organizerMembers).values({ organizerId: event.organizerId, userId: id, role: "owner" });
  viewer = { id, name, email, timeZone: null, isSuperuser: false };
});

beforeEach(() => signInAs(viewer));

function signInAs(seen: typeof viewer | null) {
  vi.mocked(getViewer).mockResolvedValue(seen);
  if (seen) vi.mocked(requireViewer).mockResolvedValue(seen);
}

/** A body that says nothing of its length, and does not end. */
function endless() {
  const body = { sent: 0, stream: new ReadableStream() };
  body.stream = new ReadableStream(
    {
      pull(controller) {
        body.sent += CHUNK;
        if (body.sent > 4 * MOST) controller.error(new Error("read to the end"));
        else controller.enqueue(new Uint8Array(CHUNK).fill(32));
      },
    },
    { highWaterMark: 0 },
  );
  return body;
}

async function ask([name, handler]: [string, Handler]) {
  const [file = "", method = ""] = name.split(" ");
  const path = file.replace(/^app|\/route\.tsx?$/g, "").replace("[slug]", event.slug);
  const type = path.includes("import") ? IMPORT_CONTENT_TYPE : "application/json";
  const body = endless();
  const request = new NextRequest(`${ORIGIN}${path}`, {
    method,
    headers: { origin: ORIGIN, "content-type": type },
    body: body.stream,
    duplex: "half",
  } as ConstructorParameters<typeof NextRequest>[1]);
  const params = { slug: event.slug, nextauth: ["callback", "credentials"] };
  const response = await handler(request, { params: Promise.resolve(params) });
  return { status: response.status, sent: body.sent };
}

test("every handler that writes is looked at", () => {
  const names = handlers.map(([name]) => name);
  expect(names).toEqual(expect.arrayContaining([...open, ...without]));
  expect(reading.length).toBeGreaterThan(10);
});

describe.each(reading)("%s", (name, handler) => {
  test("reads no more of a body than it takes, though its length is not said", async () => {
    const { status, sent } = await ask([name, handler]);
    expect(status).toBe(413);
    expect(sent).toBeLessThan(MOST);
  });

  if (open.includes(name)) return;

  test("reads no body of a signed-out request", async () => {
    signInAs(null);
    expect(await ask([name, handler])).toMatchObject({ status: 401, sent: 0 });
  });

  test("reads no body of a request without permission", async () => {
    const { id, name: stranger, email } = await makeUser(db);
    signInAs({ id, name: stranger, email, timeZone: null, isSuperuser: false });
    const { status, sent } = await ask([name, handler]);
    // Whose event a new one becomes, or a file's are, stands in the body.
    const isNamedInside = /drafts|import/.test(name);
    expect([status, sent > 0]).toEqual(isNamedInside ? [413, true] : [404, false]);
  });
});

test.each(handlers.filter(([name]) => without.includes(name)))("%s reads no body", async (name, handler) => {
  expect((await ask([name, handler]).catch(() => ({ sent: 0 }))).sent).toBe(0);
});
