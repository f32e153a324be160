import { expect, test } from "vitest";
import { readUnsubscribeToken, unsubscribeLinks, unsubscribeToken } from "./unsubscribe-link";

const subscription = { organizerId: 7, userId: 4_294_967_301 };

test("a token has both ids, readable only by us", () => {
  const token = unsubscribeToken(subscription);
  expect(readUnsubscribeToken(token)).toEqual(subscription);
  const plain = Buffer.from(token, "base64url").toString("latin1");
  expect(plain).not.toContain(String.fromCharCode(0, 0, 0, 0, 0, 0, 0, 7));
  // The links of two emails to one person differ.
  expect(unsubscribeToken(subscription)).not.toBe(token);
});

test("a token with any changed bit is rejected", () => {
  const sealed = Buffer.from(unsubscribeToken(subscription), "base64url");
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const forged = Buffer.from(sealed);
    forged[bit >> 3] = (forged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(readUnsubscribeToken(forged.toString("base64url"))).toBeNull();
  }
});

test.each(["", "a", "not a token", "A".repeat(59), "A".repeat(4000), "🎟️"])("%j is no token", (token) => {
  expect(readUnsubscribeToken(token)).toBeNull();
});

test("people get a page, email programs an address to post to", () => {
  const { page, oneClick } = unsubscribeLinks(subscription);
  expect(new URL(page).pathname).toBe("/unsubscribe");
  expect(new URL(oneClick).pathname).toBe("/api/unsubscribe");
  for (const address of [page, oneClick]) {
    expect(readUnsubscribeToken(new URL(address).searchParams.get("token") ?? "")).toEqual(subscription);
  }
});
