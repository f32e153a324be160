import { type Host, published, type Show } from "./acting";

/** Everything that sells or sold tickets. */
export async function publishShows(smorre: Host, tokyo: Host) {
  // In currencies whose digits ISO 4217 and the runtime of that time do not agree on, and in others.
  const street = await published(
    smorre,
    {
      name: "Straßenfest am Markt",
      timeZone: "Europe/Berlin",
      startsAt: "2034-07-01T18:00",
      endsAt: "2034-07-01T23:30",
      city: "Berlin",
      country: "DE",
    },
    [
      { name: "Standard", price: "12.50" },
      { name: "Reduced", price: "8" },
      { name: "Helpers", price: "0", quota: "5" },
    ],
  );
  const budapest = await published(
    smorre,
    {
      name: "Őszi koncert",
      timeZone: "Europe/Budapest",
      startsAt: "2034-10-29T19:00",
      endsAt: "2034-10-29T22:00",
      city: "Budapest",
      country: "HU",
      currency: "HUF",
    },
    [
      { name: "Földszint", price: "4500" },
      { name: "Erkély", price: "2900" },
    ],
  );
  const bogota = await published(
    smorre,
    {
      name: "Noche de Bogotá",
      timeZone: "America/Bogota",
      startsAt: "2034-05-05T20:00",
      endsAt: "2034-05-06T01:00",
      city: "Bogotá",
      country: "CO",
      currency: "COP",
    },
    [{ name: "General", price: "150000" }],
  );
  const belgrade = await published(
    smorre,
    {
      name: "Вече на Дунаву",
      timeZone: "Europe/Belgrade",
      startsAt: "2034-06-10T20:00",
      endsAt: "2034-06-10T23:00",
      city: "Београд",
      country: "RS",
      currency: "RSD",
    },
    [
      { name: "Партер", price: "1500" },
      { name: "Балкон", price: "900" },
    ],
  );
  const autumn = await published(
    tokyo,
    {
      name: "秋の音楽祭",
      timeZone: "Asia/Tokyo",
      startsAt: "2034-11-03T18:30",
      endsAt: "2034-11-03T21:00",
      city: "東京",
      country: "JP",
      currency: "JPY",
    },
    [{ name: "一般", price: "3000" }],
  );
  const kuwait = await published(
    tokyo,
    {
      name: "أمسية في الكويت",
      timeZone: "Asia/Kuwait",
      startsAt: "2034-03-03T19:00",
      endsAt: "2034-03-03T22:00",
      city: "الكويت",
      country: "KW",
      currency: "KWD",
    },
    [{ name: "Seat", price: "4.250" }],
  );
  // Zones whose winter evenings moved in 2026, and names that were taken for zones.
  const zones: [name: string, timeZone: string, city: string, country: string, currency: string, price: string][] = [
    ["Winter evening in Vancouver", "America/Vancouver", "Vancouver", "CA", "CAD", "25"],
    ["Winter evening in Winnipeg", "America/Winnipeg", "Winnipeg", "CA", "CAD", "0"],
    ["Evening in Casablanca", "Africa/Casablanca", "Casablanca", "MA", "MAD", "120"],
    ["Summer night in London", "BST", "London", "GB", "GBP", "7.50"],
    ["Late show", "EST", "New York", "US", "USD", "30"],
    ["Abend in Wien", "CET", "Wien", "AT", "EUR", "18"],
    ["Monsoon ragas", "IST", "Pune", "IN", "INR", "750"],
  ];
  const abroad: Show[] = [];
  for (const [name, timeZone, city, country, currency, price] of zones) {
    const startsAt = "2034-01-20T19:30";
    abroad.push(
      await published(smorre, { name, timeZone, startsAt, endsAt: "2034-01-20T22:30", city, country, currency }, [
        { name: "Seat", price },
      ]),
    );
  }
  const small = await published(
    smorre,
    {
      name: "Kammer für zwei",
      timeZone: "Europe/Vienna",
      startsAt: "2034-02-10T19:00",
      endsAt: "2034-02-10T21:00",
      city: "Wien",
      country: "AT",
      capacity: "2",
    },
    [{ name: "Sitz", price: "35" }],
  );
  const called = await published(
    smorre,
    {
      name: "Open air, called off",
      timeZone: "Europe/Copenhagen",
      startsAt: "2034-08-10T19:00",
      endsAt: "2034-08-12T21:00",
      city: "København",
      country: "DK",
      currency: "DKK",
      waitingRoom: true,
    },
    [{ name: "Plads", price: "250" }],
  );
  return { street, budapest, bogota, belgrade, autumn, kuwait, abroad, small, called };
}
