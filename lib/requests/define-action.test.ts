import type { Route } from "next";
import { redirect } from "next/navigation";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { checkLimit } from "@/lib/redis/rate-limit";
import { allowAnyone, defineAction, defineFormAction, defineRedirectAction } from "./define-action";
import { failure } from "./result";

vi.mock("@/lib/redis/rate-limit", () => ({ checkLimit: vi.fn() }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ "next-action": "1", "x-forwarded-for": "203.0.113.9" }),
}));

beforeEach(() => vi.mocked(checkLimit).mockResolvedValue({ ok: true }));

function form(fields: Record<string, string>) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

const input = z.object({ name: z.string().min(1, "Enter a name."), count: z.coerce.number().int().catch(1) });

describe("an action", () => {
  const run = vi.fn(async ({ input: { name, count } }: { input: z.output<typeof input> }) => ({
    ok: true as const,
    said: name.repeat(count),
  }));
  const repeat = defineAction({ input, access: allowAnyone, run });

  test("is given what was parsed", async () => {
    expect(await repeat({ name: "a", count: "3" })).toEqual({ ok: true, said: "aaa" });
  });

  test.each<[string, unknown[]]>([
    ["nothing", []],
    ["null", [null]],
    ["a list", [[1, 2]]],
    ["a wrong type", [{ name: 1 }]],
    ["a missing field", [{}]],
    ["a function", [() => {}]],
    ["a date", [new Date()]],
  ])("refuses %s without a word of its own code", async (_, given) => {
    const anything = repeat as (...given: unknown[]) => Promise<unknown>;
    expect(await anything(...given)).toMatchObject({ ok: false, code: "INVALID" });
  });

  test("asks who may after it has parsed, and counts after that", async () => {
    const asked: string[] = [];
    const guarded = defineAction({
      input,
      access: async ({ input: { name } }) => {
        asked.push("access");
        return name === "mallory" ? failure("NOT_ALLOWED", "No.") : ({ ok: true, viewer: name } as const);
      },
      limit: ({ viewer }) => {
        asked.push("limit");
        return { action: "team-invitation", address: viewer };
      },
      run: async ({ viewer }) => ({ ok: true, viewer }),
    });
    expect(await guarded({ name: "", count: 1 })).toMatchObject({ code: "INVALID" });
    expect(asked).toEqual([]);
    expect(await guarded({ name: "mallory", count: 1 })).toMatchObject({ code: "NOT_ALLOWED" });
    expect(asked).toEqual(["access"]);
    expect(await guarded({ name: "ada", count: 1 })).toEqual({ ok: true, viewer: "ada" });
    const [limit, headers] = vi.mocked(checkLimit).mock.lastCall ?? [];
    expect(limit).toEqual({ action: "team-invitation", address: "ada" });
    expect(headers?.get("x-forwarded-for")).toBe("203.0.113.9");
    vi.mocked(checkLimit).mockResolvedValue({ ok: false, retryInSeconds: 90, retryInMinutes: 2 });
    expect(await guarded({ name: "ada", count: 1 })).toMatchObject({
      code: "TOO_MANY_ATTEMPTS",
      message: "Too many attempts. Try again in 2 minutes.",
    });
  });

  test("says that the database is away, and lets bugs through", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const failing = (error: Error) =>
      defineAction({ input: z.void(), access: allowAnyone, run: () => Promise.reject(error) })();
    expect(await failing(Object.assign(new Error("lost"), { code: "ECONNREFUSED" }))).toMatchObject({
      code: "UNREACHABLE",
    });
    await expect(failing(new Error("a bug"))).rejects.toThrow("a bug");
  });
});

describe("a form's action", () => {
  const save = defineFormAction({
    input,
    access: allowAnyone,
    run: async ({ input: { name } }) => (name === "taken" ? failure("TAKEN", "Taken.") : { ok: true as const, name }),
  });
  const typed = { name: "Ada", password: "a secret", token: "of a link", $ACTION_ID_1: "" };

  test("brings back what was typed, and no secret", async () => {
    expect(await save(null, form(typed))).toEqual({ ok: true, name: "Ada", values: { name: "Ada" } });
    expect(await save(null, form({ ...typed, name: "taken" }))).toMatchObject({
      code: "TAKEN",
      values: { name: "taken" },
    });
    expect(await save(null, form({ name: "" }))).toMatchObject({
      code: "INVALID",
      fieldErrors: { name: "Enter a name." },
      values: { name: "" },
    });
  });

  test("takes the last of a name, and no file for a text", async () => {
    const twice = form({ name: "first" });
    twice.append("name", "second");
    expect(await save(null, twice)).toMatchObject({ ok: true, name: "second" });
    const file = form({});
    file.append("name", new File(["x"], "x.txt"));
    expect(await save(null, file)).toMatchObject({ code: "INVALID" });
  });

  test("is refused where no form was sent", async () => {
    const anything = save as (...given: unknown[]) => Promise<unknown>;
    for (const given of [[], [form(typed)], [null, "text"], [null, { name: "Ada" }]]) {
      expect(await anything(...given)).toMatchObject({ ok: false, code: "INVALID" });
    }
  });
});

test("a form that ends at a page goes there, or where its refusal leads", async () => {
  const go = defineRedirectAction({
    input: z.object({ to: z.enum(["a", "b"]) }),
    access: allowAnyone,
    run: async ({ input: { to } }) => redirect(`/${to}` as Route),
    refused: () => redirect("/elsewhere" as Route),
  });
  await expect(go(form({ to: "a" }))).rejects.toMatchObject({ digest: expect.stringContaining(";/a;") });
  await expect(go(form({ to: "c" }))).rejects.toMatchObject({ digest: expect.stringContaining(";/elsewhere;") });
});
