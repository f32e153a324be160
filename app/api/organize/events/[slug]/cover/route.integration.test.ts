import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { NextRequest } from "next/server";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import * as media from "@/app/media/[...key]/route";
import { db, sql } from "@/db/client";
import { events, organizerMembers } from "@/db/schema";
import type { Role } from "@/lib/access/permissions";
import { getViewer, requireViewer } from "@/lib/auth/viewer";
import { MAX_COVER_BYTES } from "@/lib/media/cover-key";
import * as covers from "@/lib/media/covers";
import { makeEvent, makeUser } from "@/test/factories";
import * as route from "./route";

vi.mock("@/lib/auth/viewer", () => ({ getViewer: vi.fn(), requireViewer: vi.fn() }));

// Before the environment is read.
const folder = await vi.hoisted(async () => {
  const { mkdtemp } = await import("node:fs/promises");
  process.env.MEDIA_DIR = await mkdtemp(`${(await import("node:os")).tmpdir()}/quorix-covers-`);
  return process.env.MEDIA_DIR;
});

let event: Awaited<ReturnType<typeof makeEvent>>;
let picture: Buffer;

beforeAll(async () => {
  picture = await sharp({ create: { width: 800, height: 600, channels: 3, background: "#b9ee5f" } })
    .jpeg()
    .toBuffer();
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await sql.end();
});

async function signInAs(role: Role | null) {
  const { id, name, email } = await makeUser(db);
  const viewer = { id, name, email, timeZone: null, isSuperuser: false };
  if (role) await db.insert(organizerMembers).values({ organizerId: event.organizerId, userId: id, role });
  vi.mocked(getViewer).mockResolvedValue(viewer);
  vi.mocked(requireViewer).mockResolvedValue(viewer);
}

beforeEach(async () => {
  event = await makeEvent(db);
  await signInAs("manager");
});

const ours = { Origin: "http://localhost:3000" };
const context = () => ({ params: Promise.resolve({ slug: event.slug }) });
const address = (query = "") => `http://localhost:3000/api/organize/events/${event.slug}/cover${query}`;

const upload = (body: BodyInit, query = "", headers: HeadersInit = ours) =>
  route.POST(new NextRequest(address(query), { method: "POST", body, headers }), context());

const remove = (key: string, headers: HeadersInit = ours) =>
  route.DELETE(new NextRequest(address(`?key=${key}`), { method: "DELETE", headers }), context());

async function uploaded(query = "") {
  const answer = await upload(new Uint8Array(picture), query);
  const { key } = await answer.json();
  expect([answer.status, typeof key]).toEqual([200, "string"]);
  return String(key);
}

const filesOf = (key: string) => readdir(join(folder, key)).catch(() => []);
const serve = (path: string) =>
  media.GET(new NextRequest(`http://localhost:3000/media/${path}`), {
    params: Promise.resolve({ key: path.split("/") }),
  });

it("is kept in three sizes and served for good", async () => {
  const key = await uploaded();
  expect((await filesOf(key)).sort()).toEqual(["1280.webp", "1920.webp", "640.webp", "share.jpg"]);
  const served = await serve(`${key}/640.webp`);
  expect(Object.fromEntries(served.headers)).toMatchObject({
    "content-type": "image/webp",
    "cache-control": "public, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
  });
  expect((await sharp(Buffer.from(await served.arrayBuffer())).metadata()).format).toBe("webp");
  expect((await serve(`${key}/share.jpg`)).headers.get("content-type")).toBe("image/jpeg");
});

it("nothing else is served", async () => {
  const key = await uploaded();
  for (const path of [`${key}/641.webp`, key, `${key}/../x/640.webp`, "covers/short/640.webp", "../package.json"]) {
    expect((await serve(path)).status).toBe(404);
  }
  expect((await serve(`covers/${"x".repeat(22)}/640.webp`)).status).toBe(404);
});

describe("who may", () => {
  it.each<[string, Role | null, number]>([
    ["an owner", "owner", 200],
    ["a manager", "manager", 200],
    ["door staff", "door_staff", 403],
    ["a stranger", null, 404],
  ])("%s", async (_, role, status) => {
    await signInAs(role);
    expect((await upload(new Uint8Array(picture))).status).toBe(status);
    expect((await remove(`covers/${"x".repeat(22)}`)).status).toBe(status === 200 ? 204 : status);
  });

  it("nobody who is signed out, and nobody's page elsewhere", async () => {
    expect((await upload(new Uint8Array(picture), "", { Origin: "https://evil.example" })).status).toBe(403);
    expect((await upload(new Uint8Array(picture), "", {})).status).toBe(403);
    expect((await remove("covers/x", { Origin: "https://evil.example" })).status).toBe(403);
    vi.mocked(getViewer).mockResolvedValue(null);
    expect((await upload(new Uint8Array(picture))).status).toBe(401);
  });
});

it("is refused in words where it is no picture, or too large, whatever the headers say", async () => {
  const refused = await upload("<svg/>");
  expect(refused.status).toBe(422);
  expect(await refused.json()).toEqual({
    ok: false,
    code: "NOT_A_PICTURE",
    message: "This isn’t a JPEG, PNG, WebP or AVIF image, or it’s damaged.",
  });
  const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024)) });
  const request = new NextRequest(address(), {
    method: "POST",
    body: endless,
    headers: ours,
    duplex: "half",
  } as ConstructorParameters<typeof NextRequest>[1]);
  expect((await route.POST(request, context())).status).toBe(413);
  expect((await upload(new Uint8Array(MAX_COVER_BYTES + 1))).status).toBe(413);
});

describe("the files of a cover", () => {
  const use = (values: Partial<typeof events.$inferInsert>, slug = event.slug) =>
    db.update(events).set(values).where(eq(events.slug, slug));

  it("go when another takes its place before it was ever saved", async () => {
    const first = await uploaded();
    const second = await uploaded(`?replaces=${first}`);
    expect([(await filesOf(first)).length, (await filesOf(second)).length]).toEqual([0, 4]);
  });

  it("stay while an event shows them, or a draft holds them", async () => {
    const [shown, drafted] = [await uploaded(), await uploaded()];
    await use({ coverImage: shown });
    const draft = await makeEvent(db);
    await use({ form: { coverImage: drafted } }, draft.slug);
    await uploaded(`?replaces=${shown}`);
    await remove(drafted);
    await covers.discardCover(db, shown);
    expect([(await filesOf(shown)).length, (await filesOf(drafted)).length]).toEqual([4, 4]);
  });

  it("go with the last of the duplicates that share them", async () => {
    const key = await uploaded();
    const duplicate = await makeEvent(db);
    await use({ coverImage: key });
    await use({ coverImage: key }, duplicate.slug);
    await use({ coverImage: null });
    await covers.discardCover(db, key);
    expect(await filesOf(key)).toHaveLength(4);
    await use({ coverImage: null }, duplicate.slug);
    await covers.discardCover(db, key);
    expect(await filesOf(key)).toHaveLength(0);
  });

  it("are never anything but a cover's", async () => {
    const key = await uploaded();
    for (const other of ["..", "covers", `${key}/..`, ""]) await covers.discardCover(db, other);
    expect(await filesOf(key)).toHaveLength(4);
  });
});

it("is what a share image shows", async () => {
  const key = await uploaded();
  expect(await covers.readShareCover(`/media/${key}`)).toMatch(/^data:image\/jpeg;base64,/);
  expect(await covers.readShareCover(`https://media.example.com/covers/${"x".repeat(22)}`)).toBeNull();
  expect(await covers.readShareCover("https://elsewhere.example/picture.jpg")).toBeNull();
  expect(await covers.readShareCover(null)).toBeNull();
});
