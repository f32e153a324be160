import { quantityInput } from "./fixtures/steps";
import { expect, test } from "./fixtures/test";

/** Currencies whose digits the data of Node and of a browser disagree about, or did. */
const cases = [
  { currency: "RSD", country: "RS", prices: [150_000, 90_000], texts: ["RSD 1,500", "RSD 900"], total: "RSD 3,000" },
  {
    currency: "HUF",
    country: "HU",
    prices: [450_000, 290_050],
    texts: ["HUF 4,500", "HUF 2,900.50"],
    total: "HUF 9,000",
  },
];
const plain = (text: string) => text.replaceAll("\u00a0", " ");

for (const { currency, country, prices, texts, total } of cases) {
  test(`c01: a price in ${currency} is the same in the served page, after scripts ran, and in the checkout`, async ({
    page,
    attendee: _,
    appFixture,
  }) => {
    const event = await appFixture.event({
      currency,
      country,
      ticketTypes: prices.map((price, at) => ({ name: at === 0 ? "Floor" : "Balcony", price })),
    });
    const served = plain(await (await page.request.get(`/events/${event.slug}`)).text());
    for (const text of texts) expect(served).toContain(text);

    // An error of hydration fails the journey, too.
    await page.goto(`/events/${event.slug}`);
    await quantityInput(page, "Floor").fill("2");
    await expect(page.getByRole("main")).toContainText(total);
    for (const text of texts) await expect(page.getByRole("main")).toContainText(text);

    await page.getByRole("button", { name: "Reserve" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Checkout" })).toBeVisible();
    await expect(page.getByRole("main")).toContainText(total);
  });
}
