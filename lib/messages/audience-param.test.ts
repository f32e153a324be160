import { expect, test } from "vitest";
import { describeAudience, MAX_CHOSEN_REFERENCES, parseAudience } from "./audience-param";

const types = [{ code: "k3x9", name: "Balcony" }];
const reference = (at: number) => `AAAA${String(at).padStart(6, "0")}`;

test.each([
  ["all", { kind: "all" }, "Everyone with a booking"],
  ["waitlist", { kind: "waitlist" }, "The waitlist"],
  ["type:k3x9", { kind: "type", code: "k3x9", name: "Balcony" }, "Everyone with “Balcony”"],
  ["references:7K3PX9QZ2M", { kind: "references", references: ["7K3PX9QZ2M"] }, "1 chosen booking"],
  [
    "references:7K3PX9QZ2M,AAAA000001,7K3PX9QZ2M",
    { kind: "references", references: ["7K3PX9QZ2M", "AAAA000001"] },
    "2 chosen bookings",
  ],
])("%s is an audience", (to, audience, label) => {
  const found = parseAudience(to, types);
  expect(found).toEqual(audience);
  expect(found && describeAudience(found)).toBe(label);
});

test.each([
  "",
  "everyone",
  "type:",
  "type:other",
  "references:",
  "references:x' or 1=1",
  "references:7K3PX9QZ2M,",
  `references:${Array.from({ length: MAX_CHOSEN_REFERENCES + 1 }, (_, at) => reference(at)).join(",")}`,
])("%j is no audience", (to) => {
  expect(parseAudience(to, types)).toBeNull();
});
