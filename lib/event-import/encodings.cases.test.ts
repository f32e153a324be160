import { expect, test } from "vitest";
import { readCaseFile } from "@/test/cases";
import { readText, readTextOrThrow } from "./fixtures";

const names = async (...input: Parameters<typeof readTextOrThrow>) =>
  (await readTextOrThrow(...input)).events.map(({ form }) => form.name);

test.each([
  ["c18-windows-1250.csv", "windows-1250", ["Łódź nocą", "Dvořák v parku", "Święto żaków"]],
  ["c18-windows-1251.csv", "windows-1251", ["Чайковский у реки", "Ночь музеев", "Летний бал"]],
  ["c18-windows-1254.csv", "windows-1254", ["Şile Müzik", "Işık gecesi", "Ağaç altı"]],
  ["c18-shift-jis.csv", "shift_jis", ["夏の音楽会", "東京ジャズ祭", "月見の夕べ"]],
] as const)("c18: %s reads right, and is asked about", async (name, encoding, expected) => {
  const found = await readTextOrThrow(readCaseFile(name));
  expect(found.events.map(({ form }) => form.name)).toEqual(expected);
  expect(found.questions.encoding).toMatchObject({ chosen: encoding, isConfirmed: false });
  expect(found.questions.encoding?.choices[0]?.samples[0]).toContain(expected[0]);
});

test("c18: UTF-16 without a mark is read", async () => {
  expect(await readText(readCaseFile("c18-utf16-tab-no-bom.txt"))).toMatchObject({ ok: true });
  expect(await names(readCaseFile("c18-utf16-tab-no-bom.txt"))).toEqual([
    "Łódź nocą",
    "Dvořák v parku",
    "Święto żaków",
  ]);
});

test("an answer decides, and stays among the choices", async () => {
  const found = await readTextOrThrow(readCaseFile("c18-windows-1251.csv"), { encoding: "koi8-r" });
  expect(found.questions.encoding).toMatchObject({ chosen: "koi8-r", isConfirmed: true });
  expect(found.events[0]?.form.name).not.toBe("Чайковский у реки");
  expect(found.questions.encoding?.choices.map(({ encoding }) => encoding)).toContain("koi8-r");
  // What is Unicode is no question.
  expect(
    (await readTextOrThrow("name,start\nCafé,2027-01-01\n", { encoding: "koi8-r" })).questions.encoding,
  ).toBeNull();
});
