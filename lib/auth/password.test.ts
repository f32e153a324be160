import { parseOptions } from "@node-rs/argon2";
import { describe, expect, it } from "vitest";
import { hashPassword, passwordMatches } from "./password";

describe("passwords", () => {
  it("are hashed by argon2id with 19 MiB, two passes and one lane", async () => {
    const hashed = await hashPassword("a long enough password");
    expect(hashed).toMatch(/^\$argon2id\$v=19\$/);
    expect(parseOptions(hashed)).toMatchObject({ memoryCost: 19456, timeCost: 2, parallelism: 1 });
  });

  it("are salted", async () => {
    expect(await hashPassword("the same password")).not.toBe(await hashPassword("the same password"));
  });

  it("match however the keyboard composed them", async () => {
    const hashed = await hashPassword("pâté de café");
    expect(await passwordMatches(hashed, "pâté de café".normalize("NFD"))).toBe(true);
    expect(await passwordMatches(hashed, "pate de cafe")).toBe(false);
  });

  it("never match where there is no account or no password", async () => {
    expect(await passwordMatches(null, "")).toBe(false);
    expect(await passwordMatches(undefined, "anything at all")).toBe(false);
  });
});
