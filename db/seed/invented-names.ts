import { type City, cities } from "./cities";
import { usualPrice } from "./generated-vocabulary";

const syllables =
  "ba ber da del fa fen ga go ha hol ja ka kel la lin ma mer na nor pa pel ra ros sa sil ta tor va ven wa win yo za zel".split(
    " ",
  );
const endings = "n r s l m k th nd rt lle".split(" ");
const townEndings = "ford haven wick ton mouth bridge stead field".split(" ");

/** Names beyond this many repeat. */
export const INVENTED_NAMES = 20_000;
/** No common factor with the above: neighbours in rank are far apart in the alphabet. */
const STRIDE = 7_919;

/** The name of this rank, such as "Kelmator": another for every rank below `INVENTED_NAMES`. */
export function inventedName(rank: number): string {
  const at = (rank * STRIDE) % INVENTED_NAMES;
  const first = syllables[at % syllables.length] ?? "";
  const second = syllables[Math.floor(at / syllables.length) % syllables.length] ?? "";
  const last = endings[Math.floor(at / syllables.length ** 2) % endings.length] ?? "";
  const more = syllables[Math.floor(at / (syllables.length ** 2 * endings.length))] ?? "";
  return `${first.charAt(0).toUpperCase()}${first.slice(1)}${second}${more}${last}`;
}

const known = Object.keys(cities) as City[];
export const TOWNS = 400;

/** The city of this rank below `TOWNS`, with the clock and the prices of one of the demo's: first those themselves, then invented ones. */
export function townOf(rank: number) {
  const like = known[rank % known.length] ?? "Lisbon";
  const ending = townEndings[rank % townEndings.length] ?? "";
  const name = rank < known.length ? like : `${inventedName(rank)}${ending}`;
  return { city: name, ...cities[like], usualPrice: usualPrice[like] };
}
