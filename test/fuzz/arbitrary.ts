import fc from "fast-check";
import { z } from "zod";

type JsonSchema = {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  additionalProperties?: JsonSchema | boolean;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  const?: unknown;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
};

/** Existing values in the database, by the name of the field that refers to them. */
export type KnownValues = Record<string, readonly unknown[]>;

const LONGEST_LIST = 4;
const formats: Record<string, fc.Arbitrary<string>> = {
  uuid: fc.uuid(),
  email: fc.emailAddress(),
  "date-time": fc
    .date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })
    .map((date) => date.toISOString()),
};

/** Texts that a person, or a program, may send. */
export const oddText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    ...["", " ", "\0", "a\0b", "\r\n", "\u202eevil", "\ud800", "\udfff\ud800", "\u2028", "NaN", "null", "undefined"],
    ...[
      "-1",
      "1.5",
      "1e9",
      "0x10",
      "９",
      "1".repeat(400),
      "true",
      "[]",
      "{}",
      "../..",
      "%00",
      "%ff",
      "%",
      "//evil.example",
    ],
    ...["' or 1=1 --", "<script>alert(1)</script>", "{{7*7}}", "=1+1", "$1", "\u0000".repeat(20), "ﷺ".repeat(50)],
    ...["__proto__", "constructor", "toString", "2027-02-30T25:61", "Europe/Atlantis", "jazz\nBcc: a@quorix.test"],
  ),
);

export const longText = fc
  .tuple(fc.constantFrom("x", "ع", "😀", "<", "\n", "a "), fc.integer({ min: 1_000, max: 60_000 }))
  .map(([unit, times]) => unit.repeat(Math.floor(times / unit.length)));

/** Values of unexpected types. */
export const wrongType: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    true,
    false,
    0,
    -1,
    1.5,
    Number.MAX_SAFE_INTEGER,
    1e308,
    [],
    {},
    [[[]]],
    [null],
  ),
  fc.array(fc.jsonValue(), { maxLength: 3 }),
  fc.object({ maxDepth: 2, maxKeys: 4, values: [fc.string(), fc.integer(), fc.constant(null)] }),
  fc.dictionary(fc.constantFrom("__proto__", "then", "toJSON", "length", "ok"), fc.string(), { maxKeys: 2 }),
  oddText,
);

/** Input of a schema, with existing values of the database in fields that refer to them; some of it nearly valid. */
export function arbitraryFor(schema: z.ZodType, known: KnownValues): fc.Arbitrary<unknown> {
  return arbitraryForJson(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema, known, "");
}

function arbitraryForJson(schema: JsonSchema, known: KnownValues, name: string): fc.Arbitrary<unknown> {
  const there = known[name];
  if (there && there.length > 0 && !schema.properties && schema.type !== "array") {
    return fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...there) },
      { weight: 1, arbitrary: arbitraryForType(schema, known, name) },
    );
  }
  return arbitraryForType(schema, known, name);
}

function arbitraryForType(schema: JsonSchema, known: KnownValues, name: string): fc.Arbitrary<unknown> {
  if ("const" in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return fc.oneof(...either.map((one) => arbitraryForJson(one, known, name)));
  if (schema.allOf) return fc.oneof(...schema.allOf.map((one) => arbitraryForJson(one, known, name)));
  switch (schema.type) {
    case "object":
      return arbitraryObject(schema, known);
    case "array":
      return fc.array(arbitraryForJson(schema.items ?? {}, known, name.replace(/s$/, "")), {
        minLength: Math.min(schema.minItems ?? 0, LONGEST_LIST),
        maxLength: Math.min(schema.maxItems ?? LONGEST_LIST, LONGEST_LIST),
      });
    case "string":
      return arbitraryText(schema);
    case "integer":
      return fc.integer({ min: Math.max(schema.minimum ?? -5, -1e6), max: Math.min(schema.maximum ?? 50, 1e6) });
    case "number":
      return fc.oneof(fc.integer({ min: -5, max: 50 }), fc.double({ noNaN: true, noDefaultInfinity: true }));
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return fc.constantFrom<unknown>("", "on", undefined, 1, "1");
  }
}

function arbitraryObject(schema: JsonSchema, known: KnownValues): fc.Arbitrary<unknown> {
  const named = Object.entries(schema.properties ?? {});
  if (named.length === 0 && typeof schema.additionalProperties === "object") {
    return fc.dictionary(fc.string({ maxLength: 20 }), arbitraryForJson(schema.additionalProperties, known, ""), {
      maxKeys: 3,
    });
  }
  return fc.record(Object.fromEntries(named.map(([name, one]) => [name, arbitraryForJson(one, known, name)])));
}

function arbitraryText({ format, pattern, minLength = 0, maxLength = 60 }: JsonSchema): fc.Arbitrary<string> {
  const known = format ? formats[format] : undefined;
  if (known) return known;
  const words = fc.string({
    unit: fc.constantFrom(..."abc XYZ 019éñ京ع😀-.,'"),
    minLength: Math.max(Math.min(minLength, 200), 1),
    maxLength: Math.max(Math.min(maxLength, 200), 1),
  });
  // Patterns that cannot be generated get arbitrary text, which is mostly refused.
  try {
    return pattern && !pattern.includes("\\p") ? fc.stringMatching(new RegExp(pattern)) : words;
  } catch {
    return words;
  }
}
