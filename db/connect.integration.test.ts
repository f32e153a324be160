import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { organizers } from "@/db/schema";
import { createTestDatabaseUrl } from "@/test/database-url";
import { connect } from "./connect";

test.each([
  ["straight", false],
  ["through a transaction pooler", true],
])("a character that PostgreSQL cannot hold is no error (%s)", async (_, transactionPooler) => {
  const { db, sql, close } = connect(await createTestDatabaseUrl(), { max: 1, transactionPooler });
  expect(await db.select().from(organizers).where(eq(organizers.slug, "night\0owl"))).toEqual([]);
  expect(await sql`select ${"a\0b"}::text as "text"`).toEqual([{ text: "a\uFFFDb" }]);
  const [made] = await db.insert(organizers).values({ slug: "a-slug", name: "Night\0Owl" }).returning();
  expect(made?.name).toBe("Night\uFFFDOwl");
  await close();
});
