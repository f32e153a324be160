import { expect, test } from "vitest";
import { encodeOpaqueId } from "@/lib/names/opaque-id";
import { pageByOpaqueId, parsePageCursor } from "./keyset";

const all = Array.from({ length: 10 }, (_, index) => ({ id: 10 - index }));

/** What the queries do: newest first after a place, oldest first before it, one more than fit. */
function read(query: { after?: string; before?: string }, size = 4) {
  const place = parsePageCursor(query, "audit");
  const found = place?.backwards
    ? all.filter(({ id }) => id > place.id).reverse()
    : all.filter(({ id }) => !place || id < place.id);
  return pageByOpaqueId(found.slice(0, size + 1), place, size, "audit");
}

const ids = ({ rows }: ReturnType<typeof read>) => rows.map(({ id }) => id);

test("walks to the end and back again, and knows both ends", () => {
  const first = read({});
  expect([ids(first), first.previous]).toEqual([[10, 9, 8, 7], null]);
  const second = read({ after: first.next ?? "" });
  expect(ids(second)).toEqual([6, 5, 4, 3]);
  const third = read({ after: second.next ?? "" });
  expect([ids(third), third.next]).toEqual([[2, 1], null]);
  const back = read({ before: third.previous ?? "" });
  expect(ids(back)).toEqual([6, 5, 4, 3]);
  const start = read({ before: back.previous ?? "" });
  expect([ids(start), start.previous]).toEqual([[10, 9, 8, 7], null]);
});

test("a place that is made up is the beginning", () => {
  expect(parsePageCursor({ after: "nonsense" }, "audit")).toBeNull();
  expect(parsePageCursor({ before: encodeOpaqueId(3, "user") }, "audit")).toBeNull();
});
