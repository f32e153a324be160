import { expect, test } from "vitest";
import { extractStartupMessage, startupPadding } from "./startup-message";

function startup(parameters: Record<string, string>) {
  const body = Buffer.from(`${Object.entries(parameters).flat().join("\0")}\0\0`);
  const message = Buffer.alloc(8 + body.length, body, "utf8");
  message.writeUInt32BE(message.length, 0);
  message.writeUInt32BE(196_608, 4);
  body.copy(message, 8);
  return message;
}

const query = Buffer.from(
  [..."Q"].map((letter) => letter.charCodeAt(0)).concat([0, 0, 0, 13], [...Buffer.from("select 1\0")]),
);
const own = { user: "Zoë", database: "quorix", client_encoding: "UTF8" };

test.each([
  ["by itself", []],
  ["after what was never sent", [query, query]],
])("the startup message %s is sent without its padding", (_, before) => {
  const written = Buffer.concat([...before, startup({ ...startupPadding, ...own })]);
  expect(written.length).toBeGreaterThan(1_024);
  expect(extractStartupMessage(written)).toEqual(startup(own));
});

test("the request to cancel a statement is sent as it is", () => {
  const request = Buffer.from([0, 0, 0, 16, 4, 210, 22, 46, 0, 0, 0, 1, 0, 0, 0, 2]);
  expect(extractStartupMessage(request)).toBe(request);
});
