import { inspect } from "node:util";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import { userSearchColumns } from "@/lib/search/vector";
import { sqlState } from "./errors";

const failure = (query: Promise<unknown>) => query.then(() => null).catch((error: unknown) => error);

test.each([
  ["a value that is there already", "23505", "users_email_key", "ada@quorix.test"],
  ["a value that breaks a rule", "23514", "users_email_lower_case", "Ada@quorix.test"],
])("an error about %s says which rule, and not the value", async (_, code, constraint, email) => {
  const person = { name: "Ada Lovelace", email };
  const insert = () =>
    db.insert(users).values({ ...person, ...userSearchColumns(person), hashedPassword: "$argon2id$secret" });
  await insert()
    .onConflictDoNothing()
    .catch(() => {});
  const error = await failure(insert());
  expect(sqlState(error)).toBe(code);
  expect(error).toMatchObject({ constraint, message: expect.stringContaining("insert into") });
  expect(inspect(error, { depth: 9 })).not.toMatch(/ada|argon2/i);
});

test("an error in a transaction is no different", async () => {
  const name = "Ada Lovelace";
  const person = { name, email: name };
  const error = await failure(
    db.transaction((tx) => tx.insert(users).values({ ...person, ...userSearchColumns(person) })),
  );
  expect(sqlState(error)).toBe("23514");
  expect(inspect(error, { depth: 9 })).not.toContain(name);
});
