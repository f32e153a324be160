import { expect, test } from "vitest";
import { openId, sealId } from "./sealed-id";

test("an id comes back from its seal, which does not show it", () => {
  for (const id of [1, 42, 5_000_000_000]) {
    const sealed = sealId(id, "member");
    expect(sealed).toMatch(/^[\w-]{22}$/);
    expect(openId(sealed, "member")).toBe(id);
    expect(sealId(id, "member")).toBe(sealed);
  }
});

test("a seal of another list, a changed one and anything made up open nothing", () => {
  const sealed = sealId(42, "member");
  expect(openId(sealed, "audit")).toBeNull();
  expect(openId(`${sealed[0] === "A" ? "B" : "A"}${sealed.slice(1)}`, "member")).toBeNull();
  for (const text of [undefined, "", "42", "x".repeat(22), `${sealed}A`]) expect(openId(text, "member")).toBeNull();
});
