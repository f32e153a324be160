import { expect, test } from "vitest";
import { routeParams } from "./route-params";

const read = <P extends Record<string, string | string[]>>(params: P) => routeParams(Promise.resolve(params));

test.each(["秋の音楽祭", "straßenfest-ved-åen", "концерт-у-реки", "مهرجان-الربيع", "हिन्दी-संध्या", "jazz-2", "NOBODYS"])(
  "n01: %s is read as pages get it and as route handlers get it",
  async (slug) => {
    expect(await read({ slug, reference: "A1" })).toEqual({ slug, reference: "A1" });
    expect(await read({ slug: encodeURIComponent(slug), reference: "A1" })).toEqual({ slug, reference: "A1" });
  },
);

test.each(["", "%", "%E6%98", "a/b", "a%2Fb", "..", "a b", "%2525", "x".repeat(201), "<script>", "a%00"])(
  "what is no slug is not found: %s",
  async (slug) => {
    await expect(read({ slug })).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
  },
);

test("other parameters are decoded as well, one by one", async () => {
  expect(await read({ token: "a%2Eb", key: ["covers", "a%20b"], odd: "100%" })).toEqual({
    token: "a.b",
    key: ["covers", "a b"],
    odd: "100%",
  });
});
