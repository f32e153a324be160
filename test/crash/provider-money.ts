import type Stripe from "stripe";

type Account = { url: string; key: string };

async function listAll<Item extends { id: string }>({ url, key }: Account, path: string): Promise<Item[]> {
  const items: Item[] = [];
  for (let after = ""; ; after = `&starting_after=${items.at(-1)?.id}`) {
    const headers = { authorization: `Bearer ${key}` };
    const page = (await (await fetch(`${url}/v1/${path}?limit=100${after}`, { headers })).json()) as {
      data: Item[];
      has_more: boolean;
    };
    items.push(...page.data);
    if (!page.has_more) return items;
  }
}

/** What the stand-in has charged and refunded, by its own lists. */
export async function readProviderMoney(account: Account) {
  const intents = await listAll<Stripe.PaymentIntent>(account, "payment_intents");
  const refunds = await listAll<Stripe.Refund>(account, "refunds");
  const charged = intents.reduce((sum, { amount_received: amount }) => sum + amount, 0);
  const refunded = refunds
    .filter(({ status }) => status === "succeeded" || status === "pending")
    .reduce((sum, { amount }) => sum + amount, 0);
  return { charged, refunded, kept: charged - refunded, captures: intents.filter((one) => one.amount_received).length };
}
