import { expect, it } from "vitest";
import { signUpSchema } from "@/lib/auth/schema";
import { rateLimitFailure, validationFailure } from "./result";

it("shows the first problem of each field", () => {
  const parsed = signUpSchema.safeParse({ name: "", email: "ada", password: "short" });
  if (parsed.success) throw new Error("That should not have passed.");
  expect(validationFailure(parsed.error)).toEqual({
    ok: false,
    code: "INVALID",
    message: "Check the highlighted fields.",
    fieldErrors: {
      name: "Enter your name.",
      email: "Enter an email address, like ada@example.com.",
      password: "Use 10 characters or more.",
    },
  });
});

it("counts minutes in words", () => {
  expect(rateLimitFailure(1).message).toBe("Too many attempts. Try again in 1 minute.");
  expect(rateLimitFailure(12).message).toBe("Too many attempts. Try again in 12 minutes.");
});
