import { describe, expect, it } from "vitest";

import { quantityField } from "@/lib/booking/choice";
import { bookingReferenceSchema, confirmSchema, readConfirmFields, readReserveFields, reserveSchema } from "./schema";

function form(fields: Record<string, string>) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

const reserveForm = (fields: Record<string, string>) => reserveSchema.safeParse(readReserveFields(form(fields)));
const confirmForm = (fields: Record<string, string>) => confirmSchema.safeParse(readConfirmFields(form(fields)));

describe("the ticket panel's fields", () => {
  it("become the input", () => {
    const parsed = reserveForm({ slug: "jazz-night", [quantityField("AB12")]: "2", [quantityField("CD34")]: "0" });
    expect(parsed.data).toEqual({
      slug: "jazz-night",
      items: [{ ticketTypeCode: "AB12", quantity: 2 }],
    });
  });

  it.each([
    ["no slug", { [quantityField("AB12")]: "2" }],
    ["a slug with a path in it", { slug: "../admin", [quantityField("AB12")]: "2" }],
    ["a negative quantity", { slug: "a", [quantityField("AB12")]: "-1" }],
    ["half a ticket", { slug: "a", [quantityField("AB12")]: "1.5" }],
    ["a quantity that is not a number", { slug: "a", [quantityField("AB12")]: "two" }],
    ["a quantity beyond reason", { slug: "a", [quantityField("AB12")]: "1000000" }],
    ["a code with markup", { slug: "a", [quantityField("<b>")]: "1" }],
    ["an idempotency key of spaces", { slug: "a", idempotencyKey: "          ", [quantityField("AB12")]: "1" }],
  ])("are refused with %s", (_, fields) => {
    expect(reserveForm(fields).success).toBe(false);
  });
});

describe("the attendees form's fields", () => {
  const good = {
    reference: "7KQ2M9XA4B",
    "holders.0.ticketTypeCode": "AB12",
    "holders.0.name": "  Ada Lovelace ",
    "holders.1.ticketTypeCode": "AB12",
    "holders.1.name": "نور الهدى",
    terms: "on",
  };

  it("become holders, in order and trimmed", () => {
    expect(confirmForm(good).data).toEqual({
      reference: "7KQ2M9XA4B",
      holders: [
        { ticketTypeCode: "AB12", name: "Ada Lovelace" },
        { ticketTypeCode: "AB12", name: "نور الهدى" },
      ],
      terms: true,
    });
  });

  it("accept a name of 120 characters, and report a longer one at its field", () => {
    expect(confirmForm({ ...good, "holders.0.name": "x".repeat(120) }).success).toBe(true);
    const refused = confirmForm({ ...good, "holders.0.name": "x".repeat(121) });
    expect(refused.error?.issues[0]?.path).toEqual(["holders", 0, "name"]);
  });

  it("refuse an empty name and unaccepted terms with a message", () => {
    const { terms: _, ...unaccepted } = good;
    const refused = confirmForm({ ...unaccepted, "holders.1.name": "   " });
    expect(refused.error?.issues.map((issue) => issue.message)).toEqual([
      "Enter the name of the person who will use this ticket.",
      "Accept the terms to continue.",
    ]);
  });

  it("refuse a booking without attendees, and a high index leaves no gap", () => {
    expect(confirmForm({ reference: "7KQ2M9XA4B", terms: "on" }).success).toBe(false);
    const sparse = { "holders.999.ticketTypeCode": "AB12", "holders.999.name": "Ada" };
    expect(confirmForm({ reference: "7KQ2M9XA4B", terms: "on", ...sparse }).data?.holders).toHaveLength(1);
  });
});

it.each(["", "a/b", "../x", "1 or 1=1", "x".repeat(33)])("the reference %j is refused", (reference) => {
  expect(bookingReferenceSchema.safeParse({ reference }).success).toBe(false);
});
