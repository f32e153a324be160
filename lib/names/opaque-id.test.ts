import { expect, test } from "vitest";
import { decodeOpaqueId, encodeOpaqueId } from "./opaque-id";

test("an id comes back from its seal, which does not show it", () => {
  for (const id of [1, 42, 5_000_000_000]) {
    const sealed = encodeOpaqueId(id, "member");
    expect(sealed).toMatch(/^[\w-]{22}$/);
    expect(decodeOpaqueId(sealed, "member")).toBe(id);
    expect(encodeOpaqueId(id, "member")).toBe(sealed);
  }
});

test("a seal of another list, a changed one and anything made up open nothing", () => {
  const sealed = encodeOpaqueId(42, "member");
  expect(decodeOpaqueId(sealed, "audit")).toBeNull();
  expect(decodeOpaqueId(`${sealed[0] === "A" ? "B" : "A"}${sealed.slice(1)}`, "member")).toBeNull();
  for (const text of [undefined, "", "42", "x".repeat(22), `${sealed}A`])
    expect(decodeOpaqueId(text, "member")).toBeNull();
});
