import { expect, test } from "vitest";
import { keyboards, typedOn } from "@/test/keyboards";
import { codeReadings, seemsOtherLayout, splitCodes } from "./code-readings";
import { eventKey } from "./event-key";
import { signCode } from "./signed-code";

const CODE = "7KQ2M9XA4BPB4Y1Z";
const ALL = "0123456789ABCDEF.GHJKMNPQRSTVWXYZ";

test.each(Object.keys(keyboards))("a code typed on %s is read, with and without its signature", async (keyboard) => {
  const signed = await signCode(eventKey(1), CODE);
  for (const text of [CODE, signed, ALL]) {
    const [code, signature = null] = text.split(".");
    for (const isCapsLocked of [false, true]) {
      const readings = codeReadings(typedOn(keyboard, text, isCapsLocked));
      expect(readings, typedOn(keyboard, text, isCapsLocked)).toContainEqual(
        expect.objectContaining({ code, signature }),
      );
    }
  }
});

test("what is a code as it stands is read so first", () => {
  expect(codeReadings(CODE)[0]).toEqual({ code: CODE, signature: null, layout: null });
  expect(codeReadings("7kq2-m9xa 4bpb-4y1z")[0]).toEqual({ code: CODE, signature: null, layout: null });
  expect(codeReadings("hello")).toEqual([]);
});

test("a layout is suspected where a scanner must have typed, and not of what a person types", async () => {
  const signed = await signCode(eventKey(1), CODE);
  expect(seemsOtherLayout(typedOn("AZERTY", CODE))).toBe(true);
  expect(seemsOtherLayout(typedOn("QWERTZ", signed))).toBe(true);
  expect(seemsOtherLayout(CODE)).toBe(false);
  expect(seemsOtherLayout("hello")).toBe(false);
});

test("several codes in one go are told apart", async () => {
  const [one, two] = [await signCode(eventKey(1), CODE), await signCode(eventKey(1), "0000111122223333")];
  expect(splitCodes(one + two)).toEqual([one, two]);
  expect(splitCodes(`${one}\t${two} ${CODE}`)).toEqual([one, two, CODE]);
  const azerty = [one, two].map((text) => typedOn("AZERTY", text));
  expect(splitCodes(azerty.join(""))).toEqual(azerty);
  for (const single of [one, CODE, "7KQ2 M9XA 4BPB 4Y1Z", CODE + CODE, "two words"])
    expect(splitCodes(single)).toEqual([single]);
});
