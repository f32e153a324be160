import { describe, expect, it } from "vitest";
import { safeCallbackPath } from "./callback-path";

describe("callbackPath", () => {
  it.each([
    ["/", "/"],
    ["/bookings", "/bookings"],
    ["/events/jazz-night?general=2&student=1#tickets", "/events/jazz-night?general=2&student=1#tickets"],
    ["/events/caf%C3%A9", "/events/caf%C3%A9"],
    ["/a?next=//evil.example", "/a?next=//evil.example"],
  ])("keeps %s", (value, expected) => {
    expect(safeCallbackPath(value)).toBe(expected);
  });

  it.each([
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n//evil.example",
    "\t//evil.example",
    "/.//evil.example",
    "/x/..//evil.example",
    "/./\\evil.example",
    "https://evil.example/",
    "https:evil.example",
    "javascript:alert(1)",
    "bookings",
    "",
    " /bookings",
    undefined,
    ["/bookings"],
    42,
  ])("refuses %j", (value) => {
    expect(safeCallbackPath(value)).toBe("/");
  });

  it("takes an absolute address of its own origin only", () => {
    const origin = "https://tickets.example.com";
    expect(safeCallbackPath(`${origin}/bookings?page=2`, origin)).toBe("/bookings?page=2");
    expect(safeCallbackPath(`${origin}//evil.example`, origin)).toBe("/");
    expect(safeCallbackPath("https://tickets.example.com.evil.example/", origin)).toBe("/");
    expect(safeCallbackPath("https://tickets.example.com@evil.example/", origin)).toBe("/");
    expect(safeCallbackPath(`${origin}/bookings`)).toBe("/");
  });
});
