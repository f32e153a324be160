import { expect, test } from "vitest";
import { keyboards, typeOnKeyboard } from "@/test/keyboards";
import { looksLikeOtherLayout, readCodes, splitCodes } from "./code-readings";
import { deriveEventKey } from "./event-key";
import { signCode } from "./signed-code";

const CODE = "7KQ2M9XA4BPB4Y1Z";
const ALL = "0123456789ABCDEF.GHJKMNPQRSTVWXYZ";

test.each(Object.keys(keyboards))("a code typed on %s is read, with and without its signature", async (keyboard) => {
  const signed = await signCode(deriveEventKey(1), CODE);
  for (const text of [CODE, signed, ALL]) {
    const [code, signature = null] = text.split(".");
    for (const isCapsLocked of [false, true]) {
      const readings = readCodes(typeOnKeyboard(keyboard, text, isCapsLocked));
      expect(readings, typeOnKeyboard(keyboard, text, isCapsLocked)).toContainEqual(
        expect.objectContaining({ code, signature }),
      );
    }
  }
});

test("a text that is a code as it is comes first", () => {
  expect(readCodes(CODE)[0]).toEqual({ code: CODE, signature: null, layout: null });
  expect(readCodes("7kq2-m9xa 4bpb-4y1z")[0]).toEqual({ code: CODE, signature: null, layout: null });
  expect(readCodes("hello")).toEqual([]);
});

test("another layout is suspected of a scanner's text, and not of a person's", async () => {
  const signed = await signCode(deriveEventKey(1), CODE);
  expect(looksLikeOtherLayout(typeOnKeyboard("AZERTY", CODE))).toBe(true);
  expect(looksLikeOtherLayout(typeOnKeyboard("QWERTZ", signed))).toBe(true);
  expect(looksLikeOtherLayout(CODE)).toBe(false);
  expect(looksLikeOtherLayout("hello")).toBe(false);
});

test("several codes in one text are split", async () => {
  const [one, two] = [await signCode(deriveEventKey(1), CODE), await signCode(deriveEventKey(1), "0000111122223333")];
  expect(splitCodes(one + two)).toEqual([one, two]);
  expect(splitCodes(`${one}\t${two} ${CODE}`)).toEqual([one, two, CODE]);
  const azerty = [one, two].map((text) => typeOnKeyboard("AZERTY", text));
  expect(splitCodes(azerty.join(""))).toEqual(azerty);
  for (const single of [one, CODE, "7KQ2 M9XA 4BPB 4Y1Z", CODE + CODE, "two words"])
    expect(splitCodes(single)).toEqual([single]);
});
