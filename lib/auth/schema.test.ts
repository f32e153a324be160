import { expect, it } from "vitest";
import { signInSchema, signUpSchema } from "./schema";

it("asks for no password where a link is asked for", () => {
  expect(signInSchema.parse({ intent: "link", email: " Ada@Example.com ", password: "" })).toEqual({
    intent: "link",
    email: "ada@example.com",
  });
  expect(signInSchema.safeParse({ intent: "password", email: "ada@example.com", password: "" }).success).toBe(false);
});

it("asks for a password before it asks for a longer one", () => {
  const problems = (password: string) =>
    signUpSchema.safeParse({ name: "Ada", email: "ada@example.com", password }).error?.issues[0]?.message;
  expect(problems("")).toBe("Enter a password.");
  expect(problems("short")).toBe("Use 10 characters or more.");
});

it("loses no sign-up over a time zone nobody knows", () => {
  const person = { name: "Ada", email: "ada@example.com", password: "a long password" };
  expect(signUpSchema.parse({ ...person, timeZone: "Europe/Lisbon" }).timeZone).toBe("Europe/Lisbon");
  expect(signUpSchema.parse({ ...person, timeZone: "Mars/Olympus" }).timeZone).toBeNull();
  expect(signUpSchema.parse(person).timeZone).toBeNull();
});
