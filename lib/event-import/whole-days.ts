import { foldWord } from "./month-names";
import { type Moment, shiftDay } from "./schedule";

const yesNoWords = {
  yes: "true yes y 1 x on ein an wahr ja j vrai oui o verdadero si s vero sim waar sant prawda tak t pravda ano áno igaz igen adevărat da истина да так evet doğru tosi kyllä sand sann 是 真 はい 예 נכון כן نعم صحيح",
  no: "false no n 0 off aus falsch nein faux non falso não nao onwaar nee fałsz nie nepravda ne hamis nem fals nu ложь нет ні hayır yanlış epätosi ei falsk nej nei 否 假 いいえ 아니오 לא لا خطأ",
};
const yes = new Set(yesNoWords.yes.split(" ").map(foldWord));
const no = new Set(yesNoWords.no.split(" ").map(foldWord));

/** Parses yes or no in many languages; null for other texts. */
export function parseYesNo(cell: string): boolean | null {
  const word = foldWord(cell.trim().slice(0, 30));
  return yes.has(word) ? true : no.has(word) ? false : null;
}

/**
 * Converts to whole days. An end at midnight is the end of the day before, as Outlook and others write it; any other end
 * is the last day.
 */
export function toWholeDays(start: Moment, end: Moment | null): { start: Moment; end: Moment | null } {
  const day = (at: string): Moment => ({ day: at, time: null, offset: null });
  if (!end || end.day === "") return { start: day(start.day), end: null };
  const isExclusive = end.time === "00:00" && end.day > start.day;
  return { start: day(start.day), end: day(isExclusive ? shiftDay(end.day, -1) : end.day) };
}
