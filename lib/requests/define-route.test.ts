import { notFound } from "next/navigation";
import { NextRequest } from "next/server";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { log } from "@/lib/log";
import { checkLimit } from "@/lib/redis/rate-limit";
import { bufferedBody, bytesBody, defineRoute, jsonBody, rebuildRequest } from "./define-route";
import { failure } from "./result";

vi.mock("@/lib/redis/rate-limit", () => ({ checkLimit: vi.fn() }));

const ORIGIN = "http://localhost:3000";

beforeEach(() => vi.mocked(checkLimit).mockResolvedValue({ ok: true }));

function request(body?: BodyInit, headers: Record<string, string> = { "content-type": "application/json" }) {
  return new NextRequest(`${ORIGIN}/api/some`, body === undefined ? { headers } : { method: "POST", body, headers });
}

describe("without the database", () => {
  const failing = (error: unknown) => defineRoute("/api/some", { run: () => Promise.reject(error) });

  test.each(["ECONNREFUSED", "CONNECTION_SILENT", "57P01", "25006"])("(%s) it answers 503", async (code) => {
    const warn = vi.spyOn(log, "warn").mockImplementation(() => {});
    const wrapped = new Error("Failed query", { cause: Object.assign(new Error("lost"), { code }) });
    const answer = await failing(wrapped)(request());
    expect(answer.status).toBe(503);
    expect(Object.fromEntries(answer.headers)).toMatchObject({ "retry-after": "1", "cache-control": "no-store" });
    expect(await answer.json()).toEqual({ code: "UNKNOWN", retryAfterSeconds: 1 });
    expect(warn).toHaveBeenCalledExactlyOnceWith("request.database.lost", { code });
  });

  test("a bug, and what Next throws for itself, is not the database's", async () => {
    await expect(failing(new Error("a bug"))(request())).rejects.toThrow("a bug");
    const missing = defineRoute("/api/some", { run: async () => notFound() });
    await expect(missing(request())).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
  });
});

describe("who asks", () => {
  const run = vi.fn(async () => new Response("done"));
  const denied = (code: string) =>
    defineRoute("/api/some", { access: async () => failure(code, "No."), body: jsonBody(z.object({}), 100), run });

  test.each([
    ["SIGNED_OUT", 401],
    ["NOT_ALLOWED", 403],
    ["NOT_FOUND", 404],
  ])("%s is told so before the body is looked at", async (code, status) => {
    const answer = await denied(code)(request("{"));
    expect([answer.status, await answer.json()]).toEqual([status, { ok: false, code, message: "No." }]);
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(run).not.toHaveBeenCalled();
  });

  test("a page of another site is not heard where only ours may ask", async () => {
    const ours = defineRoute("/api/some", { sameOriginOnly: true, run });
    const sent = (headers: Record<string, string>) => ours(request("{}", headers)).then(({ status }) => status);
    expect(await sent({ origin: ORIGIN })).toBe(200);
    expect(await sent({ origin: "https://evil.example" })).toBe(403);
    expect(await sent({})).toBe(403);
    expect(await sent({ origin: ORIGIN, "sec-fetch-site": "cross-site" })).toBe(403);
  });

  test("too often is 429, with when to come back", async () => {
    vi.mocked(checkLimit).mockResolvedValue({ ok: false, retryInSeconds: 90, retryInMinutes: 2 });
    const limited = defineRoute("/api/some", {
      access: async () => ({ ok: true, email: "ada@quorix.test" }) as const,
      limit: ({ email }) => ({ action: "cover-upload", address: email }),
      run,
    });
    const answer = await limited(request("{}", { "x-forwarded-for": "203.0.113.9" }));
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "90"]);
    const [limit, headers] = vi.mocked(checkLimit).mock.lastCall ?? [];
    expect(limit).toEqual({ action: "cover-upload", address: "ada@quorix.test" });
    expect(headers?.get("x-forwarded-for")).toBe("203.0.113.9");
  });
});

describe("a body", () => {
  const echo = defineRoute("/api/some", {
    body: jsonBody(z.object({ name: z.string() }), 100),
    run: async ({ body }) => Response.json(body),
  });

  test.each<[string, BodyInit, string, number]>([
    ["of JSON", '{"name":"Ada"}', "application/json; charset=utf-8", 200],
    ["that is no JSON", "{", "application/json", 400],
    ["of another shape", '{"name":1}', "application/json", 400],
    ["of another type", '{"name":"Ada"}', "text/plain", 415],
    ["that is larger", JSON.stringify({ name: "x".repeat(100) }), "application/json", 413],
    ["of broken UTF-8", new Uint8Array([0x7b, 0xff, 0x7d]), "application/json", 400],
    ["of nothing", "", "application/json", 400],
  ])("%s is read, or refused", async (_, body, type, status) => {
    expect((await echo(request(body, { "content-type": type }))).status).toBe(status);
  });

  test("says which field is wrong", async () => {
    const answer = await echo(request('{"name":1}'));
    expect(await answer.json()).toMatchObject({ code: "INVALID", fieldErrors: { name: expect.any(String) } });
  });

  test("is handed on whole to who reads it again", async () => {
    const whole = defineRoute("/api/some", {
      body: bufferedBody(100),
      run: async ({ request, body }) => Response.json(await rebuildRequest(request, body).json()),
    });
    expect(await (await whole(request('{"a":1}'))).json()).toEqual({ a: 1 });
    expect((await whole(request("{"))).status).toBe(400);
    const length = defineRoute("/api/some", {
      body: bufferedBody(100),
      run: async ({ request, body }) =>
        Response.json({ length: body.length, handedOn: rebuildRequest(request, body).body }),
    });
    // As Inngest asks for a registration.
    expect(await (await length(request(""))).json()).toEqual({ length: 0, handedOn: null });
    const bytes = defineRoute("/api/some", { body: bytesBody(3), run: async ({ body }) => new Response(body) });
    expect(await (await bytes(request("abc"))).text()).toBe("abc");
    expect((await bytes(request("abcd"))).status).toBe(413);
  });
});

test("parameters come decoded, by the names in the path", async () => {
  const named = defineRoute("/events/[slug]/[...rest]", {
    run: async ({ params: { slug, rest } }) => Response.json({ slug, rest }),
  });
  const params = Promise.resolve({ slug: "caf%C3%A9", rest: ["a", "b"] });
  expect(await (await named(request(), { params })).json()).toEqual({ slug: "café", rest: ["a", "b"] });
});
