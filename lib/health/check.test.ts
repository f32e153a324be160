import { expect, test } from "vitest";
import { checkHealth } from "./check";

test("without any service it answers in time, and names only the dependencies", async () => {
  // In unit tests the address of every service is a closed port.
  const began = performance.now();
  expect(await checkHealth()).toEqual({
    status: "down",
    dependencies: { database: "down", bookings: "up", redis: "down", inngest: "down", mail: "down" },
  });
  expect(performance.now() - began).toBeLessThan(2_500);
});
