import { expect, test } from "vitest";
import { nameFromEmail } from "./provider-email";

test.each([
  ["ada.lovelace@example.com", "Ada Lovelace"],
  ["ada_b-king+tickets@example.com", "Ada B King"],
  ["ghost42@example.com", "Ghost42"],
  ["жанна@example.com", "Жанна"],
  ["+@example.com", "+@example.com"],
])("%s is called %s", (email, name) => {
  expect(nameFromEmail(email)).toBe(name);
});
