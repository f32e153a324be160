import { beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { readNoScriptFailure, readNoScriptResultAs, withNoScriptResult } from "./no-script-result";
import { failure } from "./result";

const jar = new Map<string, string>();
const kept = new Map<string, string>();
let sentByScript = false;
let isRedisUp = true;

vi.mock("next/headers", () => ({
  headers: async () => new Headers(sentByScript ? { "next-action": "1" } : {}),
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
    delete: ({ name }: { name: string }) => jar.delete(name),
  }),
}));
vi.mock("@/lib/redis/client", () => ({
  redis: {
    set: async (key: string, value: string) => {
      if (!isRedisUp) throw new Error("no connection");
      kept.set(key, value);
    },
    // As the client does: what is JSON comes back as a value.
    get: async (key: string) => JSON.parse(kept.get(key) ?? "null"),
  },
}));

beforeEach(() => {
  jar.clear();
  kept.clear();
  sentByScript = false;
  isRedisUp = true;
  vi.spyOn(console, "warn").mockImplementation(() => {});
});

const destination = (action: Promise<unknown>) =>
  action.then(
    (answer) => ({ answer }),
    (error: { digest?: string }) => error.digest?.split(";")[2],
  );
const refusal = (reason: string) => failure("EARLY", "Not yet.", { values: { reason } });
const refuse = (reason: string) => withNoScriptResult("/organize/new?a=b", async () => refusal(reason));

describe("the answer to a form", () => {
  test("is given to a script as it is", async () => {
    sentByScript = true;
    expect(await destination(refuse("short"))).toEqual({ answer: refusal("short") });
    expect(jar.size).toBe(0);
  });

  test("is left for the page where no script has sent it", async () => {
    expect(await destination(refuse("short"))).toBe("/organize/new?a=b");
    expect(kept.size).toBe(0);
    expect(await readNoScriptFailure("/organize")).toBeNull();
    expect(await readNoScriptFailure("/organize/new/more")).toBeNull();
    expect(await readNoScriptFailure("/organize/new")).toEqual(refusal("short"));
  });

  test("is kept elsewhere where it is too long for a cookie", async () => {
    // 900 letters, but six bytes for each of them.
    const long = "ع".repeat(900);
    expect(await destination(refuse(long))).toBe("/organize/new?a=b");
    for (const value of jar.values()) expect(encodeURIComponent(value).length).toBeLessThan(100);
    expect(await readNoScriptFailure("/organize/new")).toEqual(refusal(long));
  });

  test("is answered directly where it can be kept nowhere", async () => {
    isRedisUp = false;
    const long = "x".repeat(5_000);
    expect(await destination(refuse(long))).toEqual({ answer: refusal(long) });
  });

  test("is answered directly where the page has no address that a browser takes", async () => {
    const act = async () => refusal("short");
    expect(await destination(withNoScriptResult(`/organize/${"x".repeat(60_000)}`, act))).toEqual({
      answer: refusal("short"),
    });
  });

  test("is over with the next sending, wherever that leads", async () => {
    await destination(refuse("short"));
    await destination(withNoScriptResult("/organize/new", () => Promise.reject(new Error("redirected"))));
    expect(await readNoScriptFailure("/organize/new")).toBeNull();
  });

  test("is ignored if the cookie has another signature", async () => {
    for (const value of ["{", "[]", '{"message":1}', crypto.randomUUID(), ""]) {
      jar.set("quorix-answer.organize.new", value);
      expect(await readNoScriptFailure("/organize/new"), value).toBeNull();
      expect(await readNoScriptResultAs("/organize/new", z.object({ message: z.string() })), value).toBeNull();
    }
  });
});
