import { describe, expect, it, vi } from "vitest";
import { fetchVerifiedPerson } from "./provider-email";

const githubProfile = { login: "ada", name: "Ada Lovelace", email: "public@example.com" };

function githubAnswers(emails: unknown, status = 200) {
  vi.stubGlobal("fetch", vi.fn().mockResolvedValue(Response.json(emails, { status })));
}

describe("fetchVerifiedPerson", () => {
  it("takes Google's address when Google has verified it", async () => {
    const profile = { email: "Ada@Example.com", email_verified: true, name: "Ada" };
    expect(await fetchVerifiedPerson({ provider: "google" }, profile)).toEqual({
      email: "ada@example.com",
      name: "Ada",
    });
  });

  it.each([{ email_verified: false }, { email_verified: "true" }, {}])("refuses Google's with %j", async (rest) => {
    expect(await fetchVerifiedPerson({ provider: "google" }, { email: "ada@example.com", ...rest })).toBeNull();
  });

  it("takes GitHub's primary verified address, not the public one", async () => {
    githubAnswers([
      { email: "old@example.com", primary: false, verified: true },
      { email: "Ada@example.com", primary: true, verified: true },
    ]);
    const person = await fetchVerifiedPerson({ provider: "github", access_token: "t" }, githubProfile);
    expect(person).toEqual({ email: "ada@example.com", name: "Ada Lovelace" });
    expect(vi.mocked(fetch).mock.calls[0]?.[1]).toMatchObject({ headers: { Authorization: "Bearer t" } });
  });

  it("refuses GitHub's when the primary one is not verified, or GitHub does not say", async () => {
    githubAnswers([
      { email: "other@example.com", primary: false, verified: true },
      { email: "ada@example.com", primary: true, verified: false },
    ]);
    expect(await fetchVerifiedPerson({ provider: "github", access_token: "t" }, githubProfile)).toBeNull();
    githubAnswers({ message: "Bad credentials" }, 401);
    expect(await fetchVerifiedPerson({ provider: "github", access_token: "t" }, githubProfile)).toBeNull();
  });

  it("knows no other provider", async () => {
    expect(await fetchVerifiedPerson({ provider: "other" }, { email: "a@b.co", email_verified: true })).toBeNull();
  });
});
