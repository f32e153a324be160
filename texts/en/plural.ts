const rules = new Intl.PluralRules("en");

export const formatNumber = (value: number) => value.toLocaleString("en-GB");

/** "1 ticket", "1,200 tickets". */
export function plural(count: number, { one, other }: { one: string; other: string }): string {
  return `${formatNumber(count)} ${rules.select(count) === "one" ? one : other}`;
}

export const ticketCount = (count: number) => plural(count, { one: "ticket", other: "tickets" });
