import { afterAll, expect, test } from "vitest";
import { sql } from "@/db/client";
import { checkHealth } from "./check";

afterAll(() => sql.end());

test("with only the database there, booking works and the rest waits", async () => {
  expect(await checkHealth()).toEqual({
    status: "degraded",
    dependencies: { database: "up", redis: "down", inngest: "down", mail: "down" },
  });
});
