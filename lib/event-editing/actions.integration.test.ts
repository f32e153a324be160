import { eq } from "drizzle-orm";
import { NextRequest } from "next/server";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { POST as createDraftRoute } from "@/app/api/organize/drafts/route";
import { POST as saveDraftRoute } from "@/app/api/organize/events/[slug]/draft/route";
import { db } from "@/db/client";
import { events } from "@/db/schema";
import { getViewer, requireViewer } from "@/lib/auth/viewer";
import { completeForm } from "@/test/event-form";
import { makeEvent, makeMember, makeUser } from "@/test/factories";
import {
  duplicateEventAction,
  publishEventAction,
  saveEventAction,
  submitEventAction,
  submitNewEventAction,
} from "./actions";
import type { EventForm } from "./form";
import { plainFields } from "./same-form";

vi.mock("@/lib/auth/viewer", () => ({ requireViewer: vi.fn(), getViewer: vi.fn() }));
vi.mock("next/headers", () => ({ headers: async () => new Headers({ "next-action": "sent by a script" }) }));
vi.mock("next/cache", () => ({ updateTag: vi.fn() }));

function signInAs({ id, name, email }: Awaited<ReturnType<typeof makeUser>>) {
  const viewer = { id, name, email, timeZone: null, isSuperuser: false };
  vi.mocked(requireViewer).mockResolvedValue(viewer);
  vi.mocked(getViewer).mockResolvedValue(viewer);
}

/** A form as a browser posts it. */
function posted(form: EventForm, more: Record<string, string>) {
  const data = new FormData();
  for (const field of plainFields) {
    if (field === "waitlistEnabled" || field === "waitingRoom") {
      if (form[field]) data.append(field, "on");
    } else data.append(field, form[field] ?? "");
  }
  for (const [index, type] of form.ticketTypes.entries()) {
    for (const [key, value] of Object.entries(type)) data.append(`ticketTypes.${index}.${key}`, value);
  }
  for (const [name, value] of Object.entries(more)) data.append(name, value);
  return data;
}

async function destination(action: Promise<unknown>) {
  const thrown = await action.then(
    (answer) => {
      throw new Error(`answered ${JSON.stringify(answer)}`);
    },
    (error: unknown) => error,
  );
  const digest = thrown instanceof Error && "digest" in thrown ? String(thrown.digest) : "";
  const [, , path] = digest.split(";");
  if (!path) throw thrown;
  return path;
}

const json = (body: unknown, type = "application/json") =>
  new NextRequest("http://localhost/api/organize/drafts", {
    method: "POST",
    headers: { "Content-Type": type },
    body: JSON.stringify(body),
  });

const answerDraftCreation = async (request: NextRequest) => (await createDraftRoute(request)).json();
const answerDraftSave = async (slug: string, request: NextRequest) =>
  (await saveDraftRoute(request, { params: Promise.resolve({ slug }) })).json();

let team: { organizerId: number; slug: string };

async function setUp(role: "manager" | "door_staff" | "stranger" = "manager") {
  const user = await makeUser(db);
  const owner = await makeMember(db);
  const organizer = await db.query.organizers.findFirst({ where: (row) => eq(row.id, owner.organizerId) });
  team = { organizerId: owner.organizerId, slug: organizer?.slug ?? "" };
  if (role !== "stranger") await makeMember(db, { organizerId: owner.organizerId, userId: user.id, role });
  signInAs(user);
}

beforeEach(() => setUp());

const edited = (result: object) => ("form" in result ? (result.form as EventForm) : null);
const find = async (slug: string) => (await db.select().from(events).where(eq(events.slug, slug)))[0];

describe("a form that is posted without scripts", () => {
  test("makes a draft, saves it, and publishes it", async () => {
    const key = crypto.randomUUID();
    const form = completeForm({ name: "Paper night" });
    const first = await destination(submitNewEventAction(null, posted(form, { organizer: team.slug, key })));
    const slug = decodeURIComponent(first.split("/")[3] ?? "");
    expect(first).toBe(`/organize/events/${slug}/edit`);
    const state = await submitEventAction(
      null,
      posted({ ...form, summary: "Short." }, { slug, version: "1", intent: "save" }),
    );
    expect(state).toMatchObject({ ok: true, isSaved: true, version: 2 });
    expect(await destination(submitEventAction(null, posted(form, { slug, version: "2", intent: "publish" })))).toBe(
      `/organize/events/${slug}/edit/publish`,
    );
    const data = new FormData();
    data.set("slug", slug);
    data.set("version", "3");
    const live = await destination(publishEventAction(null, data));
    expect(await find(live.split("/")[3] ?? "")).toMatchObject({ status: "published", name: "Paper night" });
  });

  test("adds, moves and removes ticket types by its buttons", async () => {
    const form = completeForm();
    const added = await destination(
      submitNewEventAction(null, posted(form, { organizer: team.slug, key: crypto.randomUUID(), intent: "add-type" })),
    );
    const slug = added.split("/")[3] ?? "";
    const row = await find(slug);
    expect(row?.form).toMatchObject({ ticketTypes: [{ name: "Seat" }, { name: "" }] });
    const two = { ...form, ticketTypes: [...form.ticketTypes, { ...form.ticketTypes[0], code: "B", name: "Second" }] };
    const up = await submitEventAction(null, posted(two as EventForm, { slug, version: "1", intent: "up-type:1" }));
    expect(edited(up)?.ticketTypes.map(({ name }) => name)).toEqual(["Second", "Seat"]);
    const less = await submitEventAction(
      null,
      posted(two as EventForm, { slug, version: "2", intent: "remove-type:0" }),
    );
    expect(edited(less)?.ticketTypes.map(({ name }) => name)).toEqual(["Second"]);
  });

  test("returns the posted form and the version that a colleague saved", async () => {
    const key = crypto.randomUUID();
    const form = completeForm();
    const slug =
      (await destination(submitNewEventAction(null, posted(form, { organizer: team.slug, key })))).split("/")[3] ?? "";
    await submitEventAction(null, posted({ ...form, city: "Porto" }, { slug, version: "1" }));
    const state = await submitEventAction(null, posted({ ...form, city: "Faro" }, { slug, version: "1" }));
    expect(state).toMatchObject({
      values: { city: "Faro" },
      version: 2,
      code: "CONFLICT",
      theirs: { form: { city: "Porto" } },
    });
    expect(await submitEventAction(null, posted({ ...form, city: "Faro" }, { slug, version: "2" }))).toMatchObject({
      ok: true,
    });
  });
});

describe("who may not edit", () => {
  test.each([
    ["door_staff", "NOT_ALLOWED"],
    ["stranger", "NOT_FOUND"],
  ] as const)("%s is refused everywhere, and nothing changes", async (role, code) => {
    await setUp(role);
    const event = await makeEvent(db, { organizerId: team.organizerId, status: "draft" });
    const form = completeForm({ name: "Taken over" });
    const data = posted(form, { slug: event.slug, version: "1", organizer: team.slug, key: crypto.randomUUID() });
    expect(await saveEventAction({ slug: event.slug, form, version: 1, isMoveConfirmed: true })).toMatchObject({
      code,
    });
    expect(await submitEventAction(null, data)).toMatchObject({ code });
    expect(await submitNewEventAction(null, data)).toMatchObject({ code });
    expect(await publishEventAction(null, data)).toMatchObject({ code });
    expect(await destination(duplicateEventAction(data))).toBe("/organize?denied=events.edit");
    expect(await answerDraftSave(event.slug, json({ form, version: 1 }))).toMatchObject({ code });
    const creation = { form, organizer: team.slug, key: crypto.randomUUID() };
    expect(await answerDraftCreation(json(creation))).toMatchObject({ code });
    const rows = await db.select().from(events).where(eq(events.organizerId, team.organizerId));
    expect(rows).toMatchObject([{ id: event.id, name: event.name, version: 1, status: "draft" }]);
  });
});

describe("the requests of the autosave", () => {
  test("a creation whose answer was lost is repeated, with what was typed since", async () => {
    const key = crypto.randomUUID();
    const first = await answerDraftCreation(json({ form: completeForm(), organizer: team.slug, key }));
    const again = await answerDraftCreation(json({ form: completeForm({ city: "Porto" }), organizer: team.slug, key }));
    expect(again).toMatchObject({ ok: true, version: 2, slug: first.ok ? first.slug : "" });
    expect(await find(first.ok ? first.slug : "")).toMatchObject({ city: "Porto" });
  });

  test("only JSON is taken: no other site can send it unasked", async () => {
    const asked = { form: completeForm(), organizer: team.slug, key: crypto.randomUUID() };
    expect(await answerDraftCreation(json(asked, "text/plain"))).toMatchObject({ code: "UNSUPPORTED_TYPE" });
  });

  test("without a session, the request is refused and not redirected", async () => {
    vi.mocked(getViewer).mockResolvedValue(null);
    const asked = { form: completeForm(), organizer: team.slug, key: crypto.randomUUID() };
    expect(await answerDraftCreation(json(asked))).toMatchObject({ code: "SIGNED_OUT" });
  });

  test("a published event is not saved as a draft", async () => {
    const event = await makeEvent(db, { organizerId: team.organizerId });
    expect(await answerDraftSave(event.slug, json({ form: completeForm(), version: 1 }))).toMatchObject({
      code: "NOT_A_DRAFT",
    });
  });
});
