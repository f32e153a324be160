import fc from "fast-check";
import sharp from "sharp";
import { importRequestSchema } from "@/lib/event-import/dto";
import { arbitraryFor, type KnownValues, longText, oddText, wrongType } from "./arbitrary";
import type { Action, Route } from "./endpoints";
import type { UserKind } from "./fixture";

export type FuzzRequest = {
  /** The endpoint and the method of the request. */
  name: string;
  how: string;
  kind: UserKind;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: BodyInit | null;
};

type Fields = [name: string, value: string | Blob][];

type InputValidity = "valid" | "nearly" | "absent" | "odd";
const inputValidity = fc.oneof(
  { weight: 4, arbitrary: fc.constant<InputValidity>("valid") },
  { weight: 4, arbitrary: fc.constant<InputValidity>("nearly") },
  { weight: 1, arbitrary: fc.constant<InputValidity>("absent") },
  { weight: 2, arbitrary: fc.constant<InputValidity>("odd") },
);

const userKind = fc.oneof(
  { weight: 1, arbitrary: fc.constant<UserKind>("anonymous") },
  { weight: 3, arbitrary: fc.constant<UserKind>("attendee") },
  { weight: 4, arbitrary: fc.constant<UserKind>("organizer") },
  { weight: 2, arbitrary: fc.constant<UserKind>("door staff") },
  { weight: 2, arbitrary: fc.constant<UserKind>("superuser") },
);

const arbitraryPath = (pattern: string, known: KnownValues): fc.Arbitrary<string> => {
  const parts = pattern.split("/").map((part): fc.Arbitrary<string> => {
    const [, rest, name = ""] = /^\[(\.\.\.)?(\w+)\]$/.exec(part) ?? [];
    if (!name) return fc.constant(part);
    const there = known[name] ?? [];
    const one = fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...(there.length > 0 ? there : ["x"])) },
      { weight: 1, arbitrary: oddText },
    );
    const segment = one.map((value) => encodeURIComponent(String(value).toWellFormed()) || "x");
    return rest ? fc.array(segment, { minLength: 1, maxLength: 3 }).map((all) => all.join("/")) : segment;
  });
  return fc.tuple(...parts).map((all) => all.join("/"));
};

/** A value that fits a schema, or nearly, or not at all. */
function arbitraryInput(
  schema: Action["definition"]["input"],
  known: KnownValues,
  how: InputValidity,
): fc.Arbitrary<unknown> {
  if (how === "absent") return fc.constantFrom<unknown>(undefined, null, {}, [], "");
  if (how === "odd") return wrongType;
  const right = arbitraryFor(schema, known);
  return how === "valid" ? right : fc.tuple(right, fc.nat(), fc.oneof(wrongType, oddText, longText)).map(mutateValue);
}

/** Removes or replaces one of its parts, at any depth. */
function mutateValue([value, at, other]: [unknown, number, unknown]): unknown {
  if (Array.isArray(value)) {
    if (value.length === 0 || at % 5 === 0) return [...value, other];
    return value.map((part, index) => (index === at % value.length ? mutateValue([part, at >> 3, other]) : part));
  }
  if (value === null || typeof value !== "object") return other;
  const names = Object.keys(value);
  const name = names[at % Math.max(1, names.length)];
  if (name === undefined) return other;
  const { [name]: part, ...rest } = value as Record<string, unknown>;
  return at % 7 === 0 ? rest : { ...rest, [name]: mutateValue([part, at >> 3, other]) };
}

/** A value as the fields of a form: nested ones by their path, checked boxes as `on`. */
function toFields(value: unknown, name = ""): Fields {
  if (value === undefined || value === false) return [];
  if (value === null || typeof value !== "object") return name ? [[name, value === true ? "on" : String(value)]] : [];
  if (Array.isArray(value) && name === "items") return value.flatMap(toQuantityField);
  return Object.entries(value).flatMap(([key, part]) =>
    toFields(part, name === "" || name === "form" ? key : `${name}.${key}`),
  );
}

/** Also for objects whose `toString` is not a function. */
const toText = (value: unknown) => (typeof value === "object" ? JSON.stringify(value) : String(value));

function toQuantityField(item: unknown): Fields {
  if (item === null || typeof item !== "object" || !("ticketTypeCode" in item)) return [];
  return [[`quantity.${toText(item.ticketTypeCode)}`, toText("quantity" in item ? item.quantity : 1)]];
}

const extraFields: fc.Arbitrary<Fields> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Fields>([]) },
  { weight: 1, arbitrary: fc.constant<Fields>([["slug", new Blob(["a file"], { type: "text/html" })]]) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(oddText, oddText)
      .map(([name, value]): Fields => [[name.toWellFormed().replace(/\p{Cc}/gu, "") || "x", value]]),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Fields>(
      Array.from({ length: 200 }, (_, at): [string, string] => [`holders.${at}.name`, "x"]),
    ),
  },
);

/** The fields, some twice with other values. */
const repeatField = (fields: Fields, value: string, at: number): Fields => {
  const one = fields[at % Math.max(1, fields.length)];
  return one && at % 4 === 0 ? [...fields, [one[0], value]] : fields;
};

function formOf(fields: Fields, before = ""): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(before + name, value);
  return form;
}

/** An argument as React sends it: by text, in which a string that begins with "$" has another before it. */
const encodeArgument = (value: unknown) =>
  JSON.stringify([value], (_, part: unknown) => {
    if (part === undefined) return "$undefined";
    if (typeof part === "string" && part.startsWith("$")) return `$${part}`;
    if (typeof part === "number" && !Number.isFinite(part)) return `$${part}`;
    return part;
  });

/** A call of a server action: by script, or by a form without one. */
export function actionRequest(action: Action, known: KnownValues): fc.Arbitrary<FuzzRequest> {
  const { id, name, definition, pages } = action;
  const parts = inputValidity.chain((how) =>
    fc.record({
      how: fc.constant(how),
      kind: userKind,
      path: fc.constantFrom(...pages).chain((page) => arbitraryPath(page, known)),
      value: arbitraryInput(definition.input, known, how),
      extra: how === "valid" ? fc.constant<Fields>([]) : extraFields,
      again: oddText,
      at: fc.nat(),
      isByScript: fc.integer({ min: 0, max: 3 }).map((number) => number > 0),
    }),
  );
  return parts.map(({ how, kind, path, value, extra, again, at, isByScript }) => {
    const asked = {
      name,
      how: `${how}, ${isByScript || definition.kind === "call" ? "by script" : "by a form"}`,
      kind,
      method: "POST",
      path,
    };
    const byId = { accept: "text/x-component", "next-action": id };
    if (definition.kind === "call") {
      return {
        ...asked,
        headers: { ...byId, "content-type": "text/plain;charset=UTF-8" },
        body: encodeArgument(value),
      };
    }
    const typed = [...toFields(value), ...extra];
    const fields = how === "valid" ? typed : repeatField(typed, again, at);
    if (!isByScript) {
      const form = formOf(fields);
      if (definition.kind === "redirect") form.append(`$ACTION_ID_${id}`, "");
      else {
        form.append("$ACTION_REF_1", "");
        form.append("$ACTION_1:0", JSON.stringify({ id, bound: "$@1" }));
        form.append("$ACTION_1:1", "[null]");
      }
      return { ...asked, headers: {}, body: form };
    }
    const form = formOf(fields, "_1_");
    form.append("0", definition.kind === "redirect" ? '["$K1"]' : '[null,"$K1"]');
    return { ...asked, headers: byId, body: form };
  });
}

const queryNames = [
  ...["q", "tickets", "since", "format", "period", "table", "key", "replaces", "organizer", "token", "callbackUrl"],
  ...["again", "from", "to", "status", "type", "search", "cursor", "sort", "page"],
];

const arbitraryQuery = (known: KnownValues) =>
  fc
    .array(
      fc
        .constantFrom(...queryNames)
        .chain((name) =>
          fc
            .oneof(
              oddText,
              fc.constantFrom("csv", "xlsx", "all", "2027-01-01T00:00:00.000Z", ...(known[name] ?? ["x"]).map(String)),
            )
            .map((value) => [name, value.toWellFormed()]),
        ),
      { maxLength: 4 },
    )
    .map((pairs) => (pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`));

/** One byte over the limit, in chunks, without a declared length. */
function oversizedBody(limit: number): ReadableStream {
  let left = limit + 1;
  return new ReadableStream({
    pull(controller) {
      const size = Math.min(left, 64 * 1024);
      if (size === 0) return controller.close();
      left -= size;
      controller.enqueue(new Uint8Array(size).fill(32));
    },
  });
}

const picture = new Uint8Array(
  await sharp({ create: { width: 800, height: 600, channels: 3, background: "#b9ee5f" } })
    .jpeg()
    .toBuffer(),
);

const bodies = ["fits", "nearly", "broken", "other type", "chunked", "too long", "empty"] as const;

function arbitraryBody({ path: pattern, body }: Route["definition"], known: KnownValues) {
  if (!body) return fc.constant({ how: "without a body", body: null as BodyInit | null, type: "text/plain" });
  const isImport = pattern.includes("/import");
  const isPicture = pattern.includes("/cover");
  const schema = isImport ? importRequestSchema : body.schema;
  const type = body.type ?? "application/octet-stream";
  const wrapped = (value: unknown) => {
    const text = JSON.stringify(value) ?? "";
    return isImport ? `${text}\nname,start,city\nOne,2027-01-05,Lisboa\n` : text;
  };
  return fc.constantFrom(...bodies).chain((how) => {
    const given = (body: BodyInit | null, other = type) => ({ how, body, type: other });
    const right = schema ? arbitraryFor(schema, known) : fc.object();
    if (isPicture && how === "fits") return fc.constant(given(picture));
    if (how === "fits") return right.map((value) => given(wrapped(value)));
    if (how === "nearly") {
      return fc
        .tuple(right, fc.nat(), fc.oneof(wrongType, oddText, longText))
        .map((made) => given(wrapped(mutateValue(made))));
    }
    if (how === "broken") {
      return fc.uint8Array({ maxLength: 300 }).map((bytes) => given(new Uint8Array(bytes)));
    }
    if (how === "other type") {
      const types = fc.constantFrom(
        "text/plain",
        "multipart/form-data",
        "application/x-www-form-urlencoded",
        ";",
        "application/json; charset=utf-16",
      );
      return fc.tuple(right, types).map(([value, other]) => given(wrapped(value), other));
    }
    if (how === "empty") return fc.constant(given(""));
    if (how === "chunked") return right.map((value) => given(new Blob([wrapped(value)]).stream()));
    return fc.constant(given(oversizedBody(body.limit)));
  });
}

/** A request to a route handler. */
export function routeRequest({ name, method, definition }: Route, known: KnownValues): fc.Arbitrary<FuzzRequest> {
  return fc
    .record({
      kind: userKind,
      path: arbitraryPath(definition.path, known),
      query: arbitraryQuery(known),
      origin: fc.constantFrom("own", "own", "own", "own", "none", "https://evil.example"),
      content: arbitraryBody(definition, known),
    })
    .map(({ kind, path, query, origin, content: { how, body, type } }) => ({
      name,
      how,
      kind,
      method,
      path: path + query,
      headers: { ...(body === null ? {} : { "content-type": type }), origin },
      body,
    }));
}
