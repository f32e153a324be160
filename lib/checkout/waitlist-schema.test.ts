import { expect, it } from "vitest";
import { joinSchema, readJoinFields } from "./waitlist-schema";

function join(fields: Record<string, string>) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return joinSchema.safeParse(readJoinFields(data));
}

it("parses an entry for any type, and one for a type that accepts fewer", () => {
  expect(join({ slug: "jazz-night", quantity: "2", ticketTypeCode: "" }).data).toEqual({
    slug: "jazz-night",
    quantity: 2,
    acceptFewer: false,
    ticketTypeCode: null,
  });
  expect(join({ slug: "jazz-night", quantity: "3", acceptFewer: "on", ticketTypeCode: "AB12" }).data).toEqual({
    slug: "jazz-night",
    quantity: 3,
    acceptFewer: true,
    ticketTypeCode: "AB12",
  });
});

it.each([
  ["no event", { quantity: "1" }],
  ["no quantity", { slug: "a" }],
  ["zero tickets", { slug: "a", quantity: "0" }],
  ["a fraction", { slug: "a", quantity: "1.5" }],
  ["an excessive quantity", { slug: "a", quantity: "100000" }],
  ["an invalid code", { slug: "a", quantity: "1", ticketTypeCode: "a b" }],
])("refuses %s", (_, fields) => {
  expect(join(fields as Record<string, string>).success).toBe(false);
});
