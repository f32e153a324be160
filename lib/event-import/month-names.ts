const locales =
  "en en-US de de-AT fr es it pt nl sv da nb nn fi et lv lt is fo pl cs sk sl hr bs sr sr-Latn mk bg ru uk be hu ro el tr az ca eu gl oc ga cy mt sq id ms vi ar fa he hi hy ka".split(
    " ",
  );

/** Without marks, dots and capitals: "Août", "août" and "aout" are one word. */
export function foldWord(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}.'’]/gu, "")
    .toLowerCase()
    .replaceAll("ı", "i");
}

/** The month names of these days in every locale, alone and in a date. */
function collectNames(part: "month" | "weekday", days: Date[]): Map<string, Set<number>> {
  const names = new Map<string, Set<number>>();
  for (const locale of locales) {
    for (const width of ["long", "short"] as const) {
      for (const around of [{}, { day: "numeric", month: width, year: "numeric" }] as const) {
        const format = new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, {
          ...around,
          [part]: width,
          timeZone: "UTC",
        });
        for (const [index, day] of days.entries()) {
          const found = format.formatToParts(day).find(({ type }) => type === part)?.value ?? "";
          const word = foldWord(found);
          if (!/^[\p{L}-]{2,}$/u.test(word)) continue;
          names.set(word, (names.get(word) ?? new Set()).add(index));
        }
      }
    }
  }
  return names;
}

let months: Map<string, Set<number>> | null = null;
let weekdays: Map<string, Set<number>> | null = null;

// Most files are in English, and asking Intl for all the others takes a moment.
const english = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const englishMonth =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;
const englishWeekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?$/;

/**
 * The months, from 1, that a word names in one of many languages. More than one where languages disagree: "listopad" is
 * October in Croatian and November in Polish. Abbreviations count: "Sept", "Okt".
 */
export function monthsByName(text: string): number[] {
  const word = foldWord(text);
  if (englishMonth.test(word)) return [english.indexOf(word.slice(0, 3)) + 1];
  months ??= collectNames(
    "month",
    Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 15))),
  );
  const exact = months.get(word);
  if (exact) return [...exact].map((index) => index + 1);
  if ([...word].length < 3) return [];
  const begun = [...months].flatMap(([name, found]) => (name.startsWith(word) ? [...found] : []));
  return [...new Set(begun)].map((index) => index + 1);
}

export function isWeekday(text: string): boolean {
  const word = foldWord(text);
  if (englishWeekday.test(word)) return true;
  weekdays ??= collectNames(
    "weekday",
    Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2026, 1, 1 + day))),
  );
  return weekdays.has(word);
}
