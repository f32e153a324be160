/** Where demo events happen: the zone their clocks show and the currency their tickets are sold in. */
export const cities = {
  Lisbon: { country: "PT", timeZone: "Europe/Lisbon", currency: "EUR" },
  London: { country: "GB", timeZone: "Europe/London", currency: "GBP" },
  Berlin: { country: "DE", timeZone: "Europe/Berlin", currency: "EUR" },
  Copenhagen: { country: "DK", timeZone: "Europe/Copenhagen", currency: "DKK" },
  "New York": { country: "US", timeZone: "America/New_York", currency: "USD" },
  Chicago: { country: "US", timeZone: "America/Chicago", currency: "USD" },
  "Mexico City": { country: "MX", timeZone: "America/Mexico_City", currency: "MXN" },
  "Kuwait City": { country: "KW", timeZone: "Asia/Kuwait", currency: "KWD" },
  Cairo: { country: "EG", timeZone: "Africa/Cairo", currency: "EGP" },
  Bengaluru: { country: "IN", timeZone: "Asia/Kolkata", currency: "INR" },
  Tokyo: { country: "JP", timeZone: "Asia/Tokyo", currency: "JPY" },
  Kyoto: { country: "JP", timeZone: "Asia/Tokyo", currency: "JPY" },
  Melbourne: { country: "AU", timeZone: "Australia/Melbourne", currency: "AUD" },
  Belgrade: { country: "RS", timeZone: "Europe/Belgrade", currency: "RSD" },
} as const;

export type City = keyof typeof cities;
