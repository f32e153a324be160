import { notFound } from "next/navigation";
import { expect, test, vi } from "vitest";
import { log } from "@/lib/log";
import { whenReachable } from "./when-reachable";

const failing = (error: unknown) => whenReachable(async () => Promise.reject(error));

test.each(["ECONNREFUSED", "CONNECTION_SILENT", "57P01", "25006"])(
  "without the database (%s) it answers 503",
  async (code) => {
    const warn = vi.spyOn(log, "warn").mockImplementation(() => {});
    const wrapped = new Error("Failed query", { cause: Object.assign(new Error("lost"), { code }) });
    const answer = await failing(wrapped)();
    expect(answer.status).toBe(503);
    expect(Object.fromEntries(answer.headers)).toMatchObject({ "retry-after": "1", "cache-control": "no-store" });
    expect(await answer.json()).toEqual({ code: "UNKNOWN", retryAfterSeconds: 1 });
    expect(warn).toHaveBeenCalledExactlyOnceWith("request.database.unreachable", { code });
  },
);

test("a bug, and what Next throws for itself, is not the database's", async () => {
  await expect(failing(new Error("a bug"))()).rejects.toThrow("a bug");
  await expect(whenReachable(async () => notFound())()).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
  const given = whenReachable(async (name: string) => new Response(name));
  expect(await (await given("ada")).text()).toBe("ada");
});
