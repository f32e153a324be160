import fc from "fast-check";
import { expect, test } from "vitest";
import { WireReader } from "./wire-reader";

function message(type: string, body: string) {
  const bytes = Buffer.from(body, "latin1");
  const header = Buffer.alloc(5);
  header.write(type, 0, "latin1");
  header.writeUInt32BE(bytes.length + 4, 1);
  return Buffer.concat([header, bytes]);
}

const startup = Buffer.from([0, 0, 0, 8, 0, 3, 0, 0]);
const query = message("Q", "select 1\0");
const sync = message("S", "");
const row = message("D", "a row that is longer than any header");
const complete = message("C", "SELECT 1\0");
const failed = message("E", "SERROR\0C22012\0Mdivision by zero\0\0");
const ready = message("Z", "I");
const inTransaction = message("Z", "T");

function started() {
  const reader = new WireReader();
  reader.recordWrite(startup);
  reader.read(ready);
  return reader;
}

test("an answer is pending until the server is ready for the next query, for each of those sent together", () => {
  const reader = new WireReader();
  expect(reader.isAwaitingAnswer).toBe(false);
  reader.recordWrite(startup);
  reader.read(message("R", "\0\0\0\0"));
  expect(reader.isAwaitingAnswer).toBe(true);
  reader.read(ready);
  expect(reader.isAwaitingAnswer).toBe(false);
  reader.recordWrite(Buffer.concat([query, message("B", "\0"), sync]));
  reader.read(Buffer.concat([row, complete, ready]));
  expect(reader.isAwaitingAnswer).toBe(true);
  reader.read(ready);
  expect(reader.isAwaitingAnswer).toBe(false);
});

test("for a query without an end the first byte is pending", () => {
  const reader = started();
  reader.recordWrite(message("H", ""));
  expect(reader.isAwaitingAnswer).toBe(true);
  reader.read(row);
  expect(reader.isAwaitingAnswer).toBe(false);
});

test.each([
  ["between rows", [row, failed], true],
  ["before any row", [failed], false],
  ["after all rows of an earlier statement", [row, complete, failed], false],
  ["between rows in a transaction", [inTransaction, row, failed], false],
])("an error %s", (_, messages, isBetweenRows) => {
  const reader = started();
  reader.recordWrite(query);
  const at = Buffer.concat(messages).length - failed.length;
  const error = { code: "22012", message: "division by zero", isBetweenRows, isAlone: true, at };
  expect(reader.read(Buffer.concat(messages))).toEqual(error);
});

test("an error while more than one answer is pending, in a message that began before", () => {
  const reader = started();
  reader.recordWrite(Buffer.concat([query, query]));
  expect(reader.read(failed.subarray(0, 9))).toBeNull();
  expect(reader.read(Buffer.concat([failed.subarray(9), ready]))).toMatchObject({ isAlone: false, at: 0 });
});

test("a session is idle without a query, a cursor or a transaction", () => {
  const reader = new WireReader();
  reader.recordWrite(startup);
  expect([reader.isReady, reader.isIdle]).toEqual([false, false]);
  reader.read(Buffer.concat([message("K", "\0\0\0\x07\0\0\0\x09"), ready]));
  expect(reader.key).toEqual({ pid: 7, secret: Buffer.from([0, 0, 0, 9]) });
  expect([reader.isReady, reader.isIdle]).toEqual([true, true]);
  reader.recordWrite(message("E", "\0\0\0\0\x64"));
  reader.read(Buffer.concat([row, message("s", "")]));
  expect([reader.isAwaitingAnswer, reader.isIdle]).toEqual([false, false]);
  reader.recordWrite(sync);
  reader.read(ready);
  expect(reader.isIdle).toBe(true);
  reader.recordWrite(query);
  reader.read(inTransaction);
  expect([reader.isAwaitingAnswer, reader.isIdle]).toEqual([false, false]);
});

test("it does not matter where the stream is cut", () => {
  const stream = Buffer.concat([row, row, complete, ready, row, failed, ready, complete, inTransaction]);
  const cuts = fc.array(fc.integer({ min: 1, max: stream.length - 1 }), { maxLength: 12 });
  fc.assert(
    fc.property(cuts, (at) => {
      const reader = started();
      reader.recordWrite(Buffer.concat([query, query, query, query]));
      const edges = [0, ...at.toSorted((one, other) => one - other), stream.length];
      const errors = edges.slice(1).map((end, index) => reader.read(stream.subarray(edges[index], end)));
      const error = { code: "22012", message: "division by zero", isBetweenRows: true, isAlone: false };
      expect(errors.filter(Boolean)).toEqual([{ ...error, at: expect.any(Number) }]);
      expect(reader.isAwaitingAnswer).toBe(true);
      reader.read(ready);
      expect(reader.isAwaitingAnswer).toBe(false);
    }),
  );
});
