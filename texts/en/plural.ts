const rules = new Intl.PluralRules("en");

/** "1 ticket", "1,200 tickets". */
export function plural(count: number, { one, other }: { one: string; other: string }): string {
  return `${count.toLocaleString("en-GB")} ${rules.select(count) === "one" ? one : other}`;
}
