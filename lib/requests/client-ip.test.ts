import { expect, it } from "vitest";
import { clientIp } from "./client-ip";

it("believes the nearest proxy, not what a visitor wrote before it", () => {
  expect(clientIp(new Headers({ "x-forwarded-for": "203.0.113.9" }))).toBe("203.0.113.9");
  expect(clientIp(new Headers({ "x-forwarded-for": "1.1.1.1, 203.0.113.9" }))).toBe("203.0.113.9");
  expect(clientIp(new Headers())).toBe("unknown");
});
