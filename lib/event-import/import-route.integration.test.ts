import { eq } from "drizzle-orm";
import { NextRequest } from "next/server";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { POST as previewRoute } from "@/app/api/organize/import/preview/route";
import { POST as importRoute } from "@/app/api/organize/import/route";
import { db } from "@/db/client";
import { events, organizers } from "@/db/schema";
import { getViewer, requireViewer } from "@/lib/auth/viewer";
import { makeMember, makeUser } from "@/test/factories";
import { IMPORT_CONTENT_TYPE, type ImportRequestOptions } from "./dto";
import { testOptions } from "./fixtures";

vi.mock("@/lib/auth/viewer", () => ({ getViewer: vi.fn(), requireViewer: vi.fn() }));

const csv = "name,start,city\nOne,2027-01-05,Lisboa\nTwo,never,\n";

let organizer: { id: number; slug: string };
let options: ImportRequestOptions;

async function signInAs(role: "owner" | "manager" | "door_staff" | "stranger" | null) {
  if (role === null) return vi.mocked(getViewer).mockResolvedValue(null);
  const user = await makeUser(db);
  if (role !== "stranger") await makeMember(db, { organizerId: organizer.id, userId: user.id, role });
  const viewer = { id: user.id, name: user.name, email: user.email, timeZone: null, isSuperuser: false };
  vi.mocked(getViewer).mockResolvedValue(viewer);
  vi.mocked(requireViewer).mockResolvedValue(viewer);
}

function request(body: string | Uint8Array, type = IMPORT_CONTENT_TYPE) {
  return new NextRequest("http://quorix.test/", {
    method: "POST",
    headers: { "Content-Type": type },
    body: Buffer.from(body),
  });
}
const upload = (file = csv, changes: Partial<ImportRequestOptions> = {}) =>
  request(`${JSON.stringify({ ...options, ...changes })}\n${file}`);
const answerImport = async (asked: NextRequest) => (await importRoute(asked)).json();
const answerImportPreview = async (asked: NextRequest) => (await previewRoute(asked)).json();
const mine = () => db.$count(events, eq(events.organizerId, organizer.id));

beforeEach(async () => {
  const { organizerId } = await makeMember(db);
  const [row] = await db.select().from(organizers).where(eq(organizers.id, organizerId));
  if (!row) throw new Error("no organizer");
  organizer = row;
  const again = { updateDrafts: true, choices: {}, all: null, byKey: {} };
  options = { ...testOptions(), organizer: row.slug, again };
  await signInAs("manager");
});

describe("a preview", () => {
  it("says what would become of the file, and changes nothing", async () => {
    expect(await answerImportPreview(upload())).toMatchObject({
      ok: true,
      preview: {
        format: "table",
        counts: { found: 2, imported: 1, existing: 0, refused: 1 },
        mapping: { name: 0, startsAt: 1, city: 2 },
        rows: [{ row: 2, name: "One", place: "Lisboa", timeZone: "Europe/Lisbon", isAllDay: true, price: "" }],
        problems: [{ rows: [3], column: "start", value: "never" }],
      },
    });
    expect(await mine()).toBe(0);
    await answerImport(upload());
    expect(await answerImportPreview(upload())).toMatchObject({ preview: { counts: { imported: 0, existing: 1 } } });
  });

  it("shows end, zone, price and currency of each row as they will be", async () => {
    const boston = "name,start,end,city,country,price\nClub night,2027-01-05 22:00,02:00,Boston,USA,$12\n";
    expect(await answerImportPreview(upload(boston))).toMatchObject({
      preview: {
        rows: [
          {
            startsAt: "2027-01-05T22:00",
            endsAt: "2027-01-06T02:00",
            timeZone: "America/New_York",
            price: "$12",
            currency: "USD",
            isAllDay: false,
            place: "Boston, United States",
          },
        ],
        questions: { placeZones: { rows: 1 } },
      },
    });
  });
});

describe("an import", () => {
  it("answers with the drafts and what became of every row; again it changes nothing", async () => {
    expect(await answerImport(upload())).toMatchObject({
      ok: true,
      imported: {
        counts: { imported: 1, existing: 0, refused: 1 },
        drafts: [{ slug: expect.any(String), name: "One" }],
      },
    });
    expect(await answerImport(upload())).toMatchObject({
      imported: { counts: { imported: 0, existing: 1 }, drafts: [] },
    });
    expect(await mine()).toBe(1);
  });

  it("waits for the answer about dates", async () => {
    const ambiguous = "name,start\nOne,2027-01-05\nTwo,03/04/2027\n";
    expect(await answerImport(upload(ambiguous))).toMatchObject({ ok: false, code: "DATE_ORDER" });
    expect(await mine()).toBe(0);
    expect(await answerImport(upload(ambiguous, { dateOrder: "day-first" }))).toMatchObject({ ok: true });
    expect(await mine()).toBe(2);
  });
});

describe("an import waits for the answer about", () => {
  const table = (price: string) => `name;start;price\nCaf\u00e9;2027-01-05;${price}\n`;
  it.each<[string, string | Uint8Array, Partial<ImportRequestOptions>]>([
    ["CURRENCY", table("kr 150"), { currencies: { kr: "NOK" } }],
    ["AMOUNTS", table("1.250"), { decimalMark: "," }],
    ["ENCODING", Buffer.from(table("12"), "latin1"), { encoding: "windows-1252" }],
  ])("%s", async (code, file, answer) => {
    const ask = (changes: Partial<ImportRequestOptions>) =>
      request(Buffer.concat([Buffer.from(`${JSON.stringify({ ...options, ...changes })}\n`), Buffer.from(file)]));
    expect(await answerImport(ask({}))).toMatchObject({ ok: false, code });
    expect(await mine()).toBe(0);
    expect(await answerImport(ask(answer))).toMatchObject({ ok: true, imported: { drafts: [{ name: "Café" }] } });
  });
});

describe.each([
  ["preview", answerImportPreview],
  ["import", answerImport],
])("the %s", (_, answer) => {
  it.each([
    ["owner", true],
    ["manager", true],
    ["door_staff", "NOT_ALLOWED"],
    ["stranger", "NOT_FOUND"],
    [null, "SIGNED_OUT"],
  ] as const)("for %s: %s", async (role, outcome) => {
    await signInAs(role);
    expect(await answer(upload())).toMatchObject(outcome === true ? { ok: true } : { ok: false, code: outcome });
    if (outcome !== true) expect(await mine()).toBe(0);
  });

  it.each([
    ["no options", () => request("name,start\n"), "INVALID"],
    ["no line", () => request("{}"), "INVALID"],
    [
      "another type, as a form elsewhere could send",
      () => request(`${JSON.stringify(options)}\n${csv}`, "text/plain"),
      "UNSUPPORTED_TYPE",
    ],
    ["wrong options", () => upload(csv, { defaults: { ...options.defaults, timeZone: "Mars/Base" } }), "INVALID"],
    ["a file that is too large", () => upload("x".repeat(4_000_001)), "TOO_LARGE"],
    ["a body that is far too large", () => upload("x".repeat(5_000_000)), "TOO_LARGE"],
    ["no file", () => upload(""), "EMPTY"],
  ])("refuses %s", async (_name, make, code) => {
    expect(await answer(make())).toMatchObject({ ok: false, code, message: expect.stringMatching(/\.$/) });
    expect(await mine()).toBe(0);
  });
});
