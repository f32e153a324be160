import { expect, it } from "vitest";
import { signInSchema, signUpSchema } from "@/lib/auth/schema";
import { invalid, tooManyAttempts } from "./form-state";

it("shows the first problem of each field, and keeps what was typed", () => {
  const typed = { name: "", email: "ada", password: "short" };
  const parsed = signUpSchema.safeParse(typed);
  if (parsed.success) throw new Error("That should not have passed.");
  expect(invalid(parsed.error, { name: typed.name, email: typed.email })).toEqual({
    errors: {
      name: { type: "server", message: "Enter your name." },
      email: { type: "server", message: "Enter an email address, like ada@example.com." },
      password: { type: "server", message: "Use 10 characters or more." },
    },
    values: { name: "", email: "ada" },
  });
});

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

it("counts minutes in words", () => {
  expect(tooManyAttempts(1)).toBe("Too many attempts. Try again in 1 minute.");
  expect(tooManyAttempts(12)).toBe("Too many attempts. Try again in 12 minutes.");
});
