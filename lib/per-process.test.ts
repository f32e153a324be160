import { expect, it, vi } from "vitest";

/** The module as another part of the build has it. */
async function compiledApart() {
  vi.resetModules();
  return (await import("./per-process")).perProcess;
}

it("makes one for all copies of a module in production, and one for each elsewhere", async () => {
  const [pages, routes] = [await compiledApart(), await compiledApart()];
  expect(pages).not.toBe(routes);
  const make = vi.fn(() => ({}));
  expect(pages("a", make)).not.toBe(routes("a", make));
  vi.stubEnv("NODE_ENV", "production");
  expect(pages("a", make)).toBe(routes("a", make));
  expect(pages("b", make)).not.toBe(pages("a", make));
  expect(make).toHaveBeenCalledTimes(4);
});
