import { expect, test } from "vitest";
import { demoEvents } from "@/db/seed/demo-events";
import { cityNames } from "./city-names";
import { findCity } from "./find-city";
import { normalizeText } from "./letters";

/** As events have them, the busiest first. */
const cities = [
  "London",
  "Berlin",
  "München",
  "Köln",
  "New York",
  "Wien",
  "Tokyo",
  "Lisboa",
  "Paris",
  "Roma",
  "Kyoto",
  "København",
  "Mexico City",
  "Bengaluru",
  "القاهرة",
  "Београд",
  "서울",
  "上海",
  "São Paulo",
  "Frankfurt am Main",
  "Frankfurt (Oder)",
  "Århus",
  "Zürich",
  "Warszawa",
  "Saint Petersburg",
  "Ho Chi Minh City",
  "Xi'an",
  "York",
  "Portland, Oregon",
  "Los Angeles",
  "Rio de Janeiro",
  "Washington, D.C.",
  "San Francisco",
  "Seoul",
  "'s-Hertogenbosch",
  "Aix-en-Provence",
  "Κέρκυρα",
  "Genève",
  "Brugge",
  "Lyon",
];

test.each([
  // The names that are in use, however they are written.
  ["berlin", "Berlin", ""],
  ["TOKIO", "Tokyo", ""],
  ["münchen", "München", ""],
  ["muenchen", "München", ""],
  ["munchen", "München", ""],
  ["MÜNCHEN", "München", ""],
  ["mu\u0308nchen", "München", ""],
  ["koeln", "Köln", ""],
  ["konzert köln", "Köln", "konzert"],
  ["köln konzert", "Köln", "konzert"],
  ["  köln   konzert  ", "Köln", "konzert"],
  ["new york jazz", "New York", "jazz"],
  ["jazz new york", "New York", "jazz"],
  ["New-York Jazz", "New York", "Jazz"],
  ["newyork jazz", "New York", "jazz"],
  ["aarhus", "Århus", ""],
  ["arhus", "Århus", ""],
  ["zurich", "Zürich", ""],
  ["zuerich", "Zürich", ""],
  ["xian", "Xi'an", ""],
  ["xi’an", "Xi'an", ""],
  ["frankfurt am main", "Frankfurt am Main", ""],
  ["frankfurt (oder) theater", "Frankfurt (Oder)", "theater"],
  ["s hertogenbosch", "'s-Hertogenbosch", ""],
  ["aix en provence", "Aix-en-Provence", ""],
  ["κερκυρα", "Κέρκυρα", ""],
  ["portland", "Portland, Oregon", ""],
  ["washington dc jazz", "Washington, D.C.", "jazz"],
  ["washington d.c. jazz", "Washington, D.C.", "jazz"],
  ["washington", "Washington, D.C.", ""],
  // By other names.
  ["munich", "München", ""],
  ["Monaco di Baviera", "München", ""],
  ["múnich", "München", ""],
  ["Munique", "München", ""],
  ["мюнхен", "München", ""],
  ["ミュンヘン", "München", ""],
  ["慕尼黑", "München", ""],
  ["뮌헨", "München", ""],
  ["ميونخ", "München", ""],
  ["cologne", "Köln", ""],
  ["colonia", "Köln", ""],
  ["nyc", "New York", ""],
  ["N.Y.C. jazz", "New York", "jazz"],
  ["jazz new york city", "New York", "jazz"],
  ["nueva york", "New York", ""],
  ["Nowy Jork", "New York", ""],
  ["нью-йорк джаз", "New York", "джаз"],
  ["нью йорк", "New York", ""],
  ["纽约 爵士", "New York", "爵士"],
  ["東京 ジャズ", "Tokyo", "ジャズ"],
  ["ジャズ　東京", "Tokyo", "ジャズ"],
  ["東京", "Tokyo", ""],
  ["东京", "Tokyo", ""],
  ["とうきょう", "Tokyo", ""],
  ["ﾄｳｷｮｳ", "Tokyo", ""],
  ["tōkyō", "Tokyo", ""],
  ["токио", "Tokyo", ""],
  ["lisbon fado", "Lisboa", "fado"],
  ["lissabon", "Lisboa", ""],
  ["lisbonne", "Lisboa", ""],
  ["vienna", "Wien", ""],
  ["Vienne", "Wien", ""],
  ["rome", "Roma", ""],
  ["copenhagen jazz", "København", "jazz"],
  ["kobenhavn", "København", ""],
  ["Kopenhagen", "København", ""],
  ["ciudad de mexico", "Mexico City", ""],
  ["cdmx", "Mexico City", ""],
  ["bangalore", "Bengaluru", ""],
  ["cairo", "القاهرة", ""],
  ["القاهره", "القاهرة", ""],
  ["belgrade", "Београд", ""],
  ["beograd", "Београд", ""],
  ["shanghai", "上海", ""],
  ["sao paulo", "São Paulo", ""],
  ["saopaulo", "São Paulo", ""],
  ["frankfurt", "Frankfurt am Main", ""],
  ["frankfurt/main", "Frankfurt am Main", ""],
  ["ffm", "Frankfurt am Main", ""],
  ["st. petersburg", "Saint Petersburg", ""],
  ["st.petersburg", "Saint Petersburg", ""],
  ["спб", "Saint Petersburg", ""],
  ["saigon", "Ho Chi Minh City", ""],
  ["Thành phố Hồ Chí Minh", "Ho Chi Minh City", ""],
  ["warsaw chopin", "Warszawa", "chopin"],
  ["genf", "Genève", ""],
  // With what leads to them.
  ["jazz in münchen", "München", "jazz"],
  ["in münchen jazz", "München", "jazz"],
  ["in berlin", "Berlin", ""],
  ["jazz near berlin", "Berlin", "jazz"],
  ["jazz at new york", "New York", "jazz"],
  ["jazz à paris", "Paris", "jazz"],
  ["jazz À PARIS demain", "Paris", "jazz demain"],
  ["jazz em lisboa", "Lisboa", "jazz"],
  ["conciertos en londres", "London", "conciertos"],
  ["konzerte bei köln", "Köln", "konzerte"],
  ["concerts près de paris", "Paris", "concerts"],
  ["jazz na warszawa", "Warszawa", "jazz"],
  ["в Париж", "Paris", ""],
  ["jazz, berlin", "Berlin", "jazz"],
  ["berlin: jazz", "Berlin", "jazz"],
  ["berlin – jazz & soul", "Berlin", "jazz & soul"],
  ["jazz (berlin)", "Berlin", "jazz"],
  ["jazz (in berlin)", "Berlin", "jazz"],
  ["jazz berlin night", "Berlin", "jazz night"],
  ["what is on in berlin", "Berlin", "what is on"],
  // Among several, the one with most words, then one that is in use by that name, then the last.
  ["york new york", "New York", "york"],
  ["york", "York", ""],
  ["munich berlin", "Berlin", "munich"],
  ["berlin munich", "Berlin", "munich"],
  ["berlin london", "London", "berlin"],
  ["london berlin", "Berlin", "london"],
  ["seoul", "Seoul", ""],
  ["서울", "서울", ""],
  ["ソウル", "서울", ""],
  // What is quoted stays.
  ['"berlin" london', "London", '"berlin"'],
  ['"new york" berlin', "Berlin", '"new york"'],
  ['berlin "new york', "Berlin", '"new york'],
])("reads %j", (typed, city, rest) => {
  expect(findCity(typed, cities)).toEqual({ city, rest });
});

test.each([
  "",
  "   ",
  "jazz",
  "berliner",
  "berliner luft",
  "romeo",
  "romeo und julia",
  "parisian",
  "parisienne walkways",
  "romans",
  "londoners",
  "wiener",
  "new",
  "york-town",
  "rio",
  "la",
  "sf",
  "dc",
  "ny",
  "mexico",
  "lion",
  "brujas",
  "ginebra",
  "in",
  "à",
  "東京ジャズ",
  "東京都庁ジャズ",
  "서울재즈",
  "上海音乐节",
  '"berlin"',
  '"new york" jazz',
  "“new york” jazz",
  "„Wien“",
  "«Paris»",
  '"jazz in berlin',
  "madrid",
  "buenos aires",
  "!!!",
  "\0",
  "'",
  "\\",
  "-",
])("reads no place in %j", (typed) => {
  expect(findCity(typed, cities)).toBeNull();
});

test("what is not in use hides what is a part of its name", () => {
  expect(findCity("new york jazz", ["York", "London"])).toBeNull();
  expect(findCity("panama city", ["City"])).toBeNull();
});

test("goes by the busiest of several cities, by their whole names first", () => {
  expect(findCity("vienna", ["Wien", "Vienna"])?.city).toBe("Vienna");
  expect(findCity("viena", ["Wien", "Vienna"])?.city).toBe("Wien");
  expect(findCity("viena", ["Vienna", "Wien"])?.city).toBe("Vienna");
  expect(findCity("portland", ["Portland, Maine", "Portland, Oregon"])?.city).toBe("Portland, Maine");
  expect(findCity("portland", ["Portland, Maine", "Portland"])?.city).toBe("Portland");
  expect(findCity("berlin", [])).toBeNull();
});

test("reads each name of the table, and one city has it", () => {
  const lines = cityNames.trim().split("\n");
  const all = lines.map((line) => line.split(", "));
  expect(all.length).toBeGreaterThanOrEqual(150);
  const first = all.map(([name = ""]) => name);
  const wrong = all.flatMap(([city = "", ...others]) =>
    others.filter((name) => {
      const place = findCity(`jazz ${name}`, first);
      return place?.city !== city || place.rest !== "jazz";
    }),
  );
  expect(wrong).toEqual([]);
  const names = all.flat().map(normalizeText);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test("knows the cities of the demo events by other names", () => {
  const inUse = [...new Set(demoEvents.map(({ city }) => city))];
  const others = [
    "lissabon",
    "londres",
    "берлин",
    "køb\u00adenhavn",
    "nyc",
    "シカゴ",
    "cdmx",
    "kairo",
    "bangalore",
    "東京",
    "koweit",
  ];
  const places = [...others, "京都", "墨尔本", "београд"].map((name) => findCity(name, inUse)?.city);
  expect(places).toEqual([
    "Lisbon",
    "London",
    "Berlin",
    "Copenhagen",
    "New York",
    "Chicago",
    "Mexico City",
    "Cairo",
    "Bengaluru",
    "Tokyo",
    "Kuwait City",
    "Kyoto",
    "Melbourne",
    "Belgrade",
  ]);
  expect(new Set(places)).toEqual(new Set(inUse));
});
