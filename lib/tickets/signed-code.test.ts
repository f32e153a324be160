import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { newTicketCode } from "@/lib/inventory/codes";
import { deriveEventKey, withQrText } from "./event-key";
import { fingerprintOf, isGenuine, parseCode, signCode } from "./signed-code";

const CODE = "7KQ2M9XA4BPB4T1C";

test("a QR text is the code and its signature, in characters of the compact mode", async () => {
  const [ticket] = await withQrText(7, [{ code: CODE, holderName: "Ana" }]);
  expect(ticket).toMatchObject({ code: CODE, holderName: "Ana" });
  expect(ticket?.qrText).toMatch(/^7KQ2M9XA4BPB4T1C\.[0-9A-Z]{16}$/);
  const read = parseCode(ticket?.qrText ?? "");
  expect(read?.code).toBe(CODE);
  expect(await isGenuine(deriveEventKey(7), CODE, read?.signature ?? "")).toBe(true);
});

test("the signature is a prefix of the standard HMAC", async () => {
  const mac = createHmac("sha256", deriveEventKey(7)).update(CODE).digest();
  const bits = [...mac.subarray(0, 10)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const [, signature = ""] = (await signCode(deriveEventKey(7), CODE)).split(".");
  const values = [...signature].map((character) => "0123456789ABCDEFGHJKMNPQRSTVWXYZ".indexOf(character));
  expect(values.map((value) => value.toString(2).padStart(5, "0")).join("")).toBe(bits);
});

test("a signature is valid for its event and code only", async () => {
  const [, signature = ""] = (await signCode(deriveEventKey(7), CODE)).split(".");
  expect(await isGenuine(deriveEventKey(8), CODE, signature)).toBe(false);
  expect(await isGenuine(deriveEventKey(7), "7KQ2M9XA4BPB4T1D", signature)).toBe(false);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 15 }), fc.constantFrom(..."0123456789XYZ"), async (at, character) => {
      const changed = signature.slice(0, at) + character + signature.slice(at + 1);
      expect(await isGenuine(deriveEventKey(7), CODE, changed)).toBe(changed === signature);
    }),
  );
});

test.each([
  [CODE, CODE],
  ["7kq2 m9xa 4bpb 4t1c", CODE],
  [" 7KQ2-M9XA-4BPB-4TIC\n", CODE],
  ["7kq2m9xa4bpb4tlc", CODE],
  ["OOOO0000IIII1111", "0000000011111111"],
])("reads %j as it is meant", (text, code) => {
  expect(parseCode(text)).toEqual({ code, signature: null });
});

test.each([
  "",
  "7KQ2",
  `${CODE}C`,
  `${CODE}.`,
  `${CODE}.123`,
  "https://example.com/7KQ2M9XA4BPB4T1C",
  "7KQ2M9XA4BPB4T1U",
])("reads no code in %j", (text) => {
  expect(parseCode(text)).toBeNull();
});

test("every new code is read back as it is", () => {
  for (let times = 0; times < 200; times += 1) {
    const code = newTicketCode();
    expect(parseCode(code)).toEqual({ code, signature: null });
  }
});

test("a fingerprint is half of the SHA-256, which leads back to no code", async () => {
  const half = createHash("sha256").update(CODE).digest().subarray(0, 16).toString("base64url");
  expect(await fingerprintOf(CODE)).toBe(half);
  expect(half).toHaveLength(22);
});
