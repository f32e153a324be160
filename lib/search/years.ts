const YEARS = /(?<!\d[/.–—-]?)(?:1[89]|20)?\d\d[/–—-](?:1[89]|20)?\d\d(?![/.–—-]?\d)/g;

/** The years of a season, each with two digits and with four: 2026, 26, 2027 and 27 of "2026/27". */
export function yearsOf(text: string): string[] {
  return (text.match(YEARS) ?? []).flatMap((season) => {
    const [one = "", other = ""] = season.split(/\D/);
    const first = one.length === 4 ? Number(one) : Number(one) + (Number(one) < 50 ? 2000 : 1900);
    const years = (Number(other.slice(-2)) - (first % 100) + 100) % 100;
    const last = first + years;
    // Two numbers with two digits may be anything, if not the one after the other.
    if (years < 1 || years > (one.length === 4 ? 10 : 1) || (other.length === 4 && Number(other) !== last)) return [];
    return [first, last].flatMap((year) => [`${year}`, `${year}`.slice(2)]);
  });
}
