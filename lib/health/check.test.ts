import { expect, test } from "vitest";
import { checkHealth } from "./check";

test("with nobody there it says so in time, and names nothing but the dependency", async () => {
  // The address of every service in unit tests is a port nobody listens on.
  const began = performance.now();
  expect(await checkHealth()).toEqual({
    status: "down",
    dependencies: { database: "down", bookings: "up", redis: "down", inngest: "down", mail: "down" },
  });
  expect(performance.now() - began).toBeLessThan(2_500);
});
