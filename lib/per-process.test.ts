import { expect, it, vi } from "vitest";

/** The module's copy in another part of the build. */
async function compiledApart() {
  vi.resetModules();
  return (await import("./per-process")).perProcess;
}

it("creates one for all copies of a module in production, and one per copy elsewhere", async () => {
  const [pages, routes] = [await compiledApart(), await compiledApart()];
  expect(pages).not.toBe(routes);
  const make = vi.fn(() => ({}));
  expect(pages("a", make)).not.toBe(routes("a", make));
  vi.stubEnv("NODE_ENV", "production");
  expect(pages("a", make)).toBe(routes("a", make));
  expect(pages("b", make)).not.toBe(pages("a", make));
  expect(make).toHaveBeenCalledTimes(4);
});
