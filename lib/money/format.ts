/** Digits behind the point: 2 for EUR, 0 for JPY. */
export function minorDigits(currency: string) {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** "€12.50" from 1250 EUR; whole amounts lose their decimals, and nothing to pay is "Free". */
export function formatPrice(amount: number, currency: string) {
  return amount === 0 ? "Free" : formatMoney(amount, currency);
}

/** "€12.50" from 1250 EUR, "¥3,000" from 3000 JPY, "€0" from 0. */
export function formatMoney(amount: number, currency: string) {
  const value = amount / 10 ** minorDigits(currency);
  return new Intl.NumberFormat("en", {
    style: "currency",
    currency,
    trailingZeroDisplay: "stripIfInteger",
  }).format(value);
}

/** "Free", "€12", or "€12 – €30" where ticket types differ. */
export function formatPriceRange(prices: { from: number; to: number }, currency: string) {
  const from = formatPrice(prices.from, currency);
  return prices.from === prices.to ? from : `${from} – ${formatPrice(prices.to, currency)}`;
}
