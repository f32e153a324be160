import { expect, test } from "vitest";
import { slugFrom, slugSchema } from "./slug-from";
import { byteLength } from "./truncate";

test.each([
  ["Lantern Row", "lantern-row"],
  ["  Café  Münster & Söhne! ", "cafe-munster-sohne"],
  ["Straßenfest am Markt", "strassenfest-am-markt"],
  ["GROẞE STRAẞE", "grosse-strasse"],
  ["Smørrebrød og sang på Ærø", "smorrebrod-og-sang-pa-aero"],
  ["Łódź nocą", "lodz-noca"],
  ["Đorđe uživo", "dorde-uzivo"],
  ["Ngày hội Đà Nẵng", "ngay-hoi-da-nang"],
  ["Þórður og Guðrún", "thordur-og-gudrun"],
  ["Işık Gecesi, İzmir", "isik-gecesi-izmir"],
  ["Cœur à cœur", "coeur-a-coeur"],
  ["ŒUVRES CHOISIES", "oeuvres-choisies"],
  ["Ħal Għaxaq", "hal-ghaxaq"],
  ["O’Brien's Hawaiʻi night", "obriens-hawaii-night"],
  ["مهرجان الأضواء", "مهرجان-الأضواء"],
  ["Концерт у реки", "концерт-у-реки"],
  ["Свято «П’ятниця»", "свято-пятниця"],
  ["夏の夜", "夏の夜"],
  ["ｼﾞｬｽﾞ ﾅｲﾄ", "ジャズ-ナイト"],
  ["हिन्दी संध्या", "हिन्दी-संध्या"],
  ["می‌خواهم برقصم", "می-خواهم-برقصم"],
  ["ไฟและน้ำ", "ไฟและน้ำ"],
  ["한강 불꽃축제", "한강-불꽃축제"],
  ["A\u00adB\u200b\u202eC", "abc"],
  ["❤️ Musik 2️⃣", "musik-2"],
  ["\u0301 \u0e31x", "x"],
])("%s becomes %s", (name, slug) => {
  expect(slugFrom(name, "event")).toBe(slug.normalize("NFC"));
  expect(slugSchema.safeParse(slugFrom(name, "event")).success).toBe(true);
});

test("a name without letters is called after what it names", () => {
  expect(slugFrom("💃🕺", "organizer")).toBe("organizer");
  expect(slugFrom(" … ", "event")).toBe("event");
  expect(slugFrom("\ud83d", "event")).toBe("event");
});

test.each(["New", "new", " NEW! ", "Ｎｅｗ", "Nèw"])(
  "%s is a word of our own addresses, and gets another slug",
  (name) => {
    expect(slugFrom(name, "event")).toBe("new-event");
    expect(slugFrom(name, "organizer")).toBe("new-organizer");
  },
);

test.each([
  ["x".repeat(300), 80],
  ["夏".repeat(120), 22],
  ["щ".repeat(120), 33],
  ["𠮷".repeat(120), 16],
  ["ਸ਼੍ਰੀ".repeat(60), 20],
  ["น้ำ".repeat(60), 22],
])("a long name is cut between letters: %s", (name, letters) => {
  const slug = slugFrom(name, "event");
  expect([...slug].length).toBeLessThanOrEqual(letters);
  expect([...slug].length).toBeGreaterThan(letters - 5);
  expect(encodeURIComponent(slug).length).toBeLessThanOrEqual(200);
  expect(slugFrom(name.slice(0, 6), "event").startsWith([...slug][0] ?? "?")).toBe(true);
  // Nothing of a letter is left behind: the rest doesn't begin with a mark, and no pair is torn.
  expect(slug.isWellFormed()).toBe(true);
  const rest = name.normalize("NFD").normalize("NFC").slice(slug.length);
  expect(rest).not.toMatch(/^\p{M}/u);
  expect(byteLength(`attendees-${slug}-2027-03-04-bcdfgh-2026-11-22.xlsx`)).toBeLessThanOrEqual(255);
  expect(encodeURIComponent(`${slug}-2027-03-04-bcdfgh.segments`).length).toBeLessThanOrEqual(255);
});

test("a letter with more marks than an address holds is left out, not torn", () => {
  expect(slugFrom(`夏${"\u3099".repeat(119)}`, "event")).toBe("event");
  expect(slugFrom(`夜 ${`夏${"\u3099".repeat(100)}`}`, "event")).toBe("夜");
});
