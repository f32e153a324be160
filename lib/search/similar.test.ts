import { expect, test } from "vitest";
import { findMostSimilar, similarity } from "./similar";

const words = [
  ..."jazz rock soul funk punk folk opera indie blues samba tango salsa disco techno house ambient gospel reggae".split(
    " ",
  ),
  ..."concert festival theater theatre musical comedy ballet circus workshop exhibition laboratory orchestra".split(
    " ",
  ),
  ..."symphony philharmonic photography conference breakfast astronomy market museum gallery cinema poetry choir".split(
    " ",
  ),
  ..."york berlin london paris vienna prague lisbon kyoto tokyo chicago melbourne copenhagen bengaluru".split(" "),
  ..."arts card cars coal goal hall ball wall part port sock".split(" "),
  "Müller",
  "Schönberg",
  "Łódź",
  "Beyoncé",
  "Daft Punk",
  "Москва",
  "Чайковский",
  "Αθήνα",
  "موسيقى",
  "ジャズフェスティバル",
  "サンフランシスコ",
  "재즈페스티벌",
];

test.each([
  ["jzz", "jazz"],
  ["jaz", "jazz"],
  ["jazzz", "jazz"],
  ["jjazz", "jazz"],
  ["ajzz", "jazz"],
  ["JAZZZ", "jazz"],
  ["rcok", "rock"],
  ["orck", "rock"],
  ["rokc", "rock"],
  ["rockk", "rock"],
  ["roock", "rock"],
  ["sol", "soul"],
  ["suol", "soul"],
  ["fnuk", "funk"],
  ["pukn", "punk"],
  ["flok", "folk"],
  ["yrok", "york"],
  ["yokr", "york"],
  ["yorkk", "york"],
  ["oepra", "opera"],
  ["oprea", "opera"],
  ["opra", "opera"],
  ["operra", "opera"],
  ["opeta", "opera"],
  ["bleus", "blues"],
  ["indei", "indie"],
  ["smaba", "samba"],
  ["tanog", "tango"],
  ["salza", "salsa"],
  ["labratory", "laboratory"],
  ["laboratroy", "laboratory"],
  ["labortory", "laboratory"],
  ["brelin", "berlin"],
  ["belrin", "berlin"],
  ["berln", "berlin"],
  ["verlin", "berlin"],
  ["lodnon", "london"],
  ["pairs", "paris"],
  ["pars", "paris"],
  ["kyoot", "kyoto"],
  ["tokio", "tokyo"],
  ["chigaco", "chicago"],
  ["chcago", "chicago"],
  ["melborne", "melbourne"],
  ["copenhaguen", "copenhagen"],
  ["bangaluru", "bengaluru"],
  ["vienne", "vienna"],
  ["festvial", "festival"],
  ["festial", "festival"],
  ["conert", "concert"],
  ["cnocert", "concert"],
  ["consert", "concert"],
  ["orchestar", "orchestra"],
  ["simphony", "symphony"],
  ["filharmonic", "philharmonic"],
  ["fotography", "photography"],
  ["exibition", "exhibition"],
  ["confrence", "conference"],
  ["brekfast", "breakfast"],
  ["techn", "techno"],
  ["tehcno", "techno"],
  ["raggae", "reggae"],
  ["comdey", "comedy"],
  ["balet", "ballet"],
  ["müler", "Müller"],
  ["muelller", "Müller"],
  ["schoenbreg", "Schönberg"],
  ["lódz", "Łódź"],
  ["beyonse", "Beyoncé"],
  ["dfat punk", "Daft Punk"],
  ["daft pnuk", "Daft Punk"],
  ["daftpunk", "Daft Punk"],
  ["мсоква", "Москва"],
  ["чаиковски", "Чайковский"],
  ["αθνηα", "Αθήνα"],
  ["موسقى", "موسيقى"],
  ["ジャズフェスティパル", "ジャズフェスティバル"],
  ["サンフランシコ", "サンフランシスコ"],
  ["재즈페스디벌", "재즈페스티벌"],
])("takes %j for %j", (typed, meant) => {
  expect(findMostSimilar(typed, words)[0]).toBe(meant);
});

test.each([
  ["art", "part"],
  ["rock", "sock"],
  ["ball", "hall"],
  ["goal", "coal"],
  ["jazz", "jury"],
  ["cat", "cot"],
  ["jazz", "fizz"],
  ["rome", "home"],
  ["folk", "fork lift"],
  ["wine", "vinyl"],
  ["opera", "poetry"],
  ["berlin", "merlot"],
  ["london", "lisbon"],
  ["paris", "prague"],
  ["theater", "weather"],
  ["concert", "market"],
  ["москва", "moskva"],
  ["東京", "京都"],
  ["서울", "부산"],
  ["a", "b"],
  ["on", "no"],
  ["dog", "god"],
  ["star", "rats"],
  ["bats", "stab"],
  ["", "jazz"],
  ["!!!", "???"],
])("does not take %j for %j", (typed, other) => {
  expect(similarity(typed, other)).toBeLessThan(0.3);
  expect(findMostSimilar(typed, [other])).toEqual([]);
});

test("counts as pg_trgm does", () => {
  expect(similarity("word", "two words")).toBeCloseTo(0.3636364);
  expect(similarity("festival", "festivities")).toBeCloseTo(6 / 15);
  expect(similarity("abc abc", "abc")).toBe(1);
  expect(similarity("Jazz, am See!", "see am jazz")).toBe(1);
  expect(similarity("abc", "xyz")).toBe(0);
  expect(similarity("", "")).toBe(0);
});

test("is the same both ways, and most for the same", () => {
  for (const one of words)
    for (const other of words) {
      expect(similarity(one, other)).toBe(similarity(other, one));
      if (one !== other) expect(similarity(one, other)).toBeLessThan(1);
    }
  expect(similarity("MÜLLER", "Mueller")).toBe(1);
});

test("the best first, then the one as long, then by the alphabet", () => {
  expect(findMostSimilar("konzert", ["Konzerte", "konzert", "Konzertabend"])).toEqual([
    "konzert",
    "Konzerte",
    "Konzertabend",
  ]);
  expect(findMostSimilar("abcd", ["abcd efgh ijkl", "abce", "abcf", "abcg"], { limit: 4 })).toEqual([
    "abce",
    "abcf",
    "abcg",
    "abcd efgh ijkl",
  ]);
  expect(findMostSimilar("ab", ["ab xy", "ab x", "ab y"])).toEqual(["ab x", "ab y", "ab xy"]);
  expect(findMostSimilar("jazz", ["jazz", "jazz"])).toEqual(["jazz"]);
});

test("no more than asked for, and none below the limit", () => {
  const candidates = ["jazza", "jazzb", "jazzc", "jazzd"];
  expect(findMostSimilar("jazz", candidates)).toHaveLength(3);
  expect(findMostSimilar("jazz", candidates, { limit: 1 })).toEqual(["jazza"]);
  expect(findMostSimilar("jazz", candidates, { atLeast: 0.99 })).toEqual([]);
  expect(findMostSimilar("jazz", new Set(["opera"]), { atLeast: 0 })).toEqual([]);
  expect(findMostSimilar("jazz", [])).toEqual([]);
});
