import { expect, test } from "vitest";
import { decodeForm } from "./form";

test("names of fields are paths, and numbers make lists", () => {
  const text = "mode=payment&a[0][b][c]=1&a[0][b][d]=x%20y&a[1][b][c]=%26&e[]=f&e[]=g&h[i]=";
  expect(decodeForm(text)).toEqual({
    mode: "payment",
    a: [{ b: { c: "1", d: "x y" } }, { b: { c: "&" } }],
    e: ["f", "g"],
    h: { i: "" },
  });
  expect(decodeForm("")).toEqual({});
});

test("names of an object's own properties are only names", () => {
  decodeForm("__proto__[polluted]=1&constructor[prototype][polluted]=1");
  expect({}).not.toHaveProperty("polluted");
});
