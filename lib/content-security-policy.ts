/** Where Stripe's Checkout pages are. */
const STRIPE_CHECKOUT = "https://checkout.stripe.com";

/**
 * The policy of every page. Forms lead to this site and to the payment provider: browsers check the redirect after a form,
 * too. A build keeps the header, so it has to be built with the variables that it runs with. The local
 * payments may get another port at each start.
 */
export function contentSecurityPolicy(env: Record<string, string | undefined>): string {
  const { STRIPE_SECRET_KEY, STRIPE_API_BASE } = env;
  const provider = STRIPE_API_BASE ? withAnyPort(STRIPE_API_BASE) : STRIPE_SECRET_KEY ? STRIPE_CHECKOUT : null;
  const formAction = ["form-action 'self'", provider].filter(Boolean).join(" ");
  return `base-uri 'self'; object-src 'none'; frame-ancestors 'none'; ${formAction}`;
}

function withAnyPort(url: string): string {
  const { protocol, hostname, port } = new URL(url);
  return `${protocol}//${hostname}${port ? ":*" : ""}`;
}
