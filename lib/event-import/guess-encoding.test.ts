import { expect, test } from "vitest";
import { type Encoding, encodings } from "./encodings";
import { readTextOrThrow } from "./fixtures";

/** The bytes of each letter in an encoding, found by decoding all there are. */
function encoderOf(encoding: Encoding) {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map<string, number[]>();
  const learn = (...some: number[]) => {
    const letter = decoder.decode(Uint8Array.from(some));
    if ([...letter].length === 1 && letter !== "\uFFFD" && !bytes.has(letter)) bytes.set(letter, some);
  };
  for (let byte = 0; byte < 256; byte += 1) learn(byte);
  if (/jis|euc|gb|big/.test(encoding))
    for (let lead = 0x81; lead < 0xff; lead += 1) for (let trail = 0x40; trail < 0xff; trail += 1) learn(lead, trail);
  if (encoding === "windows-1252") bytes.set("€", [0x80]).set("–", [0x96]);
  return (text: string) => Uint8Array.from([...text].flatMap((letter) => bytes.get(letter) ?? []));
}

const samples: [Encoding, ...string[]][] = [
  ["windows-1252", "Café Müller in Zürich", "Straßenfest am Markt", "Smørrebrød og sang", "Fiesta de otoño"],
  ["windows-1252", "Café Lumière"],
  ["windows-1252", "Jazz for 12 €", "Summer – night for 5 £"],
  ["windows-1252", "Þorrablót", "Ísafjörður við sjóinn"],
  ["windows-1250", "Noaptea muzeelor şi a artei", "Concert în piaţă"],
  ["windows-1250", "Święto żaków"],
  ["iso-8859-2", "Łódź nocą", "Dvořák v parku", "Święto żaków"],
  ["windows-1251", "Вечір джазу", "Свято їжі"],
  ["windows-1251", "Летний бал"],
  ["koi8-r", "Чайковский у реки", "Ночь музеев"],
  ["ibm866", "Чайковский у реки", "Ночь музеев"],
  ["windows-1254", "Ağaç altı"],
  ["windows-1253", "Νύχτα μουσικής", "Καλοκαιρινή συναυλία"],
  ["windows-1255", "פסטיבל הקיץ", "ערב מוזיקה"],
  ["windows-1256", "مهرجان الربيع", "ليلة الجاز"],
  ["windows-1257", "Vasaros šventė", "Džiazo naktis", "Žiemos mugė"],
  ["windows-874", "เทศกาลดนตรี", "งานเลี้ยง"],
  ["shift_jis", "夏の音楽会", "東京ジャズ祭"],
  ["euc-jp", "夏の音楽会", "東京ジャズ祭"],
  ["gb18030", "夏日音乐会", "爵士之夜", "中秋灯会"],
  ["big5", "夏日音樂會", "爵士之夜", "中秋燈會"],
  ["euc-kr", "여름 음악회", "재즈의 밤"],
  ["macintosh", "Café Müller in Zürich", "Straßenfest am Markt"],
];

test.each(samples)("%s is recognized by %s", async (encoding, ...lines) => {
  const encode = encoderOf(encoding);
  const file = encode(`name;start\r\n${lines.map((line) => `${line};2027-01-01\r\n`).join("")}`);
  const { events } = await readTextOrThrow(file);
  expect(events.map(({ form }) => form.name)).toEqual(lines);
});

test("every choice is one that this runtime can read", () => {
  for (const encoding of encodings) expect(() => new TextDecoder(encoding)).not.toThrow();
});

test.each(["£5", "£7.50", "£ 12"])("a sign alone is that of pounds: %s", async (price) => {
  const bytes = Buffer.from(`name,start,price\nQuiz night,2027-01-05 19:00,${price}\n`, "latin1");
  const { events, questions } = await readTextOrThrow(bytes);
  expect(questions.encoding?.chosen).toBe("windows-1252");
  expect(events[0]?.form).toMatchObject({ currency: "GBP" });
});
