import { expect, it } from "vitest";
import { signInSchema, signUpSchema } from "./schema";

it("asks for no password where a link is asked for", () => {
  expect(signInSchema.parse({ intent: "link", email: " Ada@Example.com ", password: "" })).toEqual({
    intent: "link",
    email: "ada@example.com",
  });
  expect(signInSchema.safeParse({ intent: "password", email: "ada@example.com", password: "" }).success).toBe(false);
});

it("loses no sign-up over a time zone nobody knows", () => {
  const person = { name: "Ada", email: "ada@example.com", password: "a long password" };
  expect(signUpSchema.parse({ ...person, timeZone: "Europe/Lisbon" }).timeZone).toBe("Europe/Lisbon");
  expect(signUpSchema.parse({ ...person, timeZone: "Mars/Olympus" }).timeZone).toBeNull();
  expect(signUpSchema.parse(person).timeZone).toBeNull();
});
