import { decodeAs, type Encoding, encodings } from "./encodings";

/** Letters other than a to z by language. */
const alphabets = {
  western: "äöüßéèà|àâæçéèêëîïôœùûüÿ|áéíóúüñ|ãõçáéíóúâêôàü|àèéìòùîó|ëïéèöüáóê|åäöéü|æøåéèüó|áðéíóúýþæö|àçéèíïóòúü",
  central: "ąćęłńóśźż|áčďéěíňóřšťúůýž|áäčďéíĺľňóôŕšťúýž|áéíóöőúüű|čćđšž|ăâîșțşţ|çë",
  turkish: "çğıöşüâî",
  baltic: "ąčęėįšųūž|āčēģīķļņšūž|äõöüšž",
  vietnamese: "ăâđêôơưáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵ",
} as const;

/** The most frequent letters of a script: a wrong encoding gives letters, too, but rare ones. */
const scripts = {
  cyrillic: { letters: /\p{Script=Cyrillic}/u, frequent: "оеаинтсрвлкмдпуяызьбгчйії" },
  greek: { letters: /\p{Script=Greek}/u, frequent: "αοιετνσηρπκμλυςωάόέίήγθδ" },
  hebrew: { letters: /\p{Script=Hebrew}/u, frequent: "יוהלאבתרמשנםכדחעפקגסזטךןףץצ" },
  arabic: { letters: /\p{Script=Arabic}/u, frequent: "اليمونرتبةعدسفكحقهجشطصخضأذثغءئإىزظؤآ" },
  thai: { letters: /\p{Script=Thai}/u, frequent: "านรกอเงมยวลสตทหปดคบพ่้ะัิีึืุู็์แโใไจชขซณผธถภศษ" },
} as const;

type Kind =
  | { kind: "alphabets"; of: keyof typeof alphabets }
  | { kind: "script"; of: keyof typeof scripts }
  | { kind: "cjk"; isCommon: (lead: number, trail: number) => boolean; own: RegExp; foreign?: RegExp };

const between = (value: number, from: number, to: number) => value >= from && value <= to;
const kana = /[\u3041-\u30FF]/u;
const hangul = /\p{Script=Hangul}/u;
const han = /\p{Script=Han}/u;

/** The rows of common characters in large character sets. */
const kinds: Record<Encoding, Kind> = {
  "windows-1252": { kind: "alphabets", of: "western" },
  "iso-8859-15": { kind: "alphabets", of: "western" },
  macintosh: { kind: "alphabets", of: "western" },
  "windows-1250": { kind: "alphabets", of: "central" },
  "iso-8859-2": { kind: "alphabets", of: "central" },
  "windows-1254": { kind: "alphabets", of: "turkish" },
  "windows-1257": { kind: "alphabets", of: "baltic" },
  "windows-1258": { kind: "alphabets", of: "vietnamese" },
  "windows-1251": { kind: "script", of: "cyrillic" },
  "koi8-r": { kind: "script", of: "cyrillic" },
  "koi8-u": { kind: "script", of: "cyrillic" },
  ibm866: { kind: "script", of: "cyrillic" },
  "iso-8859-5": { kind: "script", of: "cyrillic" },
  "x-mac-cyrillic": { kind: "script", of: "cyrillic" },
  "windows-1253": { kind: "script", of: "greek" },
  "windows-1255": { kind: "script", of: "hebrew" },
  "windows-1256": { kind: "script", of: "arabic" },
  "windows-874": { kind: "script", of: "thai" },
  shift_jis: {
    kind: "cjk",
    own: kana,
    isCommon: (lead) => lead === 0x82 || lead === 0x83 || between(lead, 0x88, 0x98),
  },
  "euc-jp": {
    kind: "cjk",
    own: kana,
    isCommon: (lead) => lead === 0xa4 || lead === 0xa5 || between(lead, 0xb0, 0xcf),
  },
  gb18030: {
    kind: "cjk",
    own: han,
    foreign: kana,
    isCommon: (lead, trail) => between(lead, 0xb0, 0xd7) && trail >= 0xa1,
  },
  big5: { kind: "cjk", own: han, foreign: kana, isCommon: (lead) => between(lead, 0xa4, 0xc6) },
  "euc-kr": { kind: "cjk", own: hangul, isCommon: (lead, trail) => between(lead, 0xb0, 0xc8) && trail >= 0xa1 },
};

const letter = /[\p{L}\p{M}]/u;
const broken = /[\uFFFD\x80-\x9F\p{Co}\uFF61-\uFF9F]/u;

const usualSigns = /[€£¥§°–—‘’“”„«»…]/u;

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

/** The share of letters that the best language of an encoding has, and that any of them has. */
function alphabetScore(letters: string[], of: keyof typeof alphabets): number {
  const languages = alphabets[of].split("|");
  const counts = languages.map((language) => letters.filter((one) => language.includes(one)).length);
  const any = letters.filter((one) => languages.some((language) => language.includes(one))).length;
  return share(0.6 * Math.max(...counts) + 0.35 * any, letters.length);
}

function scriptScore(letters: string[], of: keyof typeof scripts): number {
  const { letters: own, frequent } = scripts[of];
  const common = letters.filter((one) => frequent.includes(one)).length;
  return share(0.5 * letters.filter((one) => own.test(one)).length + 0.45 * common, letters.length);
}

function cjkScore(bytes: Uint8Array, text: string, encoding: Encoding, kind: Extract<Kind, { kind: "cjk" }>): number {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return 0;
  }
  let pairs = 0;
  let common = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    at += 1;
    pairs += 1;
    if (kind.isCommon(lead, bytes[at] ?? 0)) common += 1;
  }
  const own = [...text].filter((one) => kind.own.test(one)).length;
  const foreign = [...text].filter((one) => kind.foreign?.test(one)).length;
  return 0.8 * share(common, pairs) + 0.2 * Math.min(1, share(3 * own, pairs)) - share(foreign, pairs);
}

/** A score from 0 to 1 of how much decoded text looks like words. */
function scoreEncoding(bytes: Uint8Array, encoding: Encoding): number {
  const kind = kinds[encoding];
  const text = decodeAs(bytes, encoding);
  const characters = [...text];
  let oddities = 0;
  let foreign = 0;
  let signs = 0;
  const letters: string[] = [];
  for (const [index, one] of characters.entries()) {
    if (one <= "\x7F") continue;
    foreign += 1;
    const [before = " ", after = " "] = [characters[index - 1], characters[index + 1]];
    const isAlone = !letter.test(before) && !letter.test(after);
    if (broken.test(one)) oddities += 2;
    else if (isAlone && usualSigns.test(one)) signs += 1;
    else if (letter.test(one)) {
      letters.push(one.toLowerCase());
      // "óðÅ": a capital inside a word.
      const isCapital = one !== one.toLowerCase();
      if (isCapital && letter.test(before) && before !== before.toUpperCase()) oddities += 1;
      // "5 Ł" and "Ł5" are prices in pounds.
      const around = [characters.slice(Math.max(0, index - 2), index), characters.slice(index + 1, index + 3)];
      if (isAlone && /\d ?\0|\0 ?\d/.test(around.map((part) => part.join("")).join("\0"))) oddities += 0.5;
      // Letters of two scripts in one word.
      if (kind.kind === "script" && [before, after].some((other) => /[a-z]/i.test(other))) oddities += 0.5;
    }
    // "noc¹", "£ódŸ": a sign inside a word, or at its edge if it is no quote or dash.
    else if (kind.kind !== "cjk" && (letter.test(before) || letter.test(after)) && !/[\p{P}\s]/u.test(one))
      oddities += 1;
    else if (kind.kind !== "cjk" && letter.test(before) && letter.test(after) && !/[’'–—·-]/.test(one)) oddities += 1;
  }
  const fits =
    kind.kind === "alphabets"
      ? alphabetScore(letters, kind.of)
      : kind.kind === "script"
        ? scriptScore(letters, kind.of)
        : cjkScore(bytes, text, encoding, kind);
  const whole = letters.length + signs;
  return share(fits * letters.length + 0.9 * signs, whole) - share(oddities, foreign);
}

/** Enough words for a decision. */
const RANKED_BYTES = 800;

/** The possible encodings of these lines, the likeliest first; ties are ordered by how common they are. */
export function rankEncodings(lines: Uint8Array[]): Encoding[] {
  const bytes = firstLines(lines, RANKED_BYTES);
  const scored = encodings.map((encoding, index) => ({
    encoding,
    score: scoreEncoding(bytes, encoding) - index / 1_000,
  }));
  return scored.sort((a, b) => b.score - a.score).map(({ encoding }) => encoding);
}

/** Whole lines, as multi-byte characters must not be cut. */
function firstLines(lines: Uint8Array[], most: number): Uint8Array {
  const start: Uint8Array[] = [];
  let size = 0;
  for (const line of lines) {
    if (size > 0 && size + line.length > most) break;
    start.push(line.subarray(0, 4 * most));
    size += line.length;
  }
  return Buffer.concat(start);
}
