import { expect, test } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy";

const formActionOf = (env: Record<string, string>) =>
  contentSecurityPolicy(env)
    .split("; ")
    .find((directive) => directive.startsWith("form-action"));

test("forms lead to the payment provider only where there is one", () => {
  expect(formActionOf({})).toBe("form-action 'self'");
  expect(formActionOf({ STRIPE_SECRET_KEY: "sk_test_1" })).toBe("form-action 'self' https://checkout.stripe.com");
});

test("local payments may have another port at each start", () => {
  expect(formActionOf({ STRIPE_SECRET_KEY: "sk_test_1", STRIPE_API_BASE: "http://127.0.0.1:12111" })).toBe(
    "form-action 'self' http://127.0.0.1:*",
  );
  expect(formActionOf({ STRIPE_API_BASE: "https://stripe.internal/" })).toBe(
    "form-action 'self' https://stripe.internal",
  );
});
