import type Stripe from "stripe";
import { formatMoney } from "@/lib/money/format";
import { fromStripeAmount } from "@/lib/money/provider-amount";
import { escapeHtml } from "@/local/html";
import { payPageStyle } from "./pay-page-style";
import type { Checkout } from "./tables";
import { spaced, testCards } from "./test-cards";

export type PageData = {
  session: Stripe.Checkout.Session;
  intent: Stripe.PaymentIntent | undefined;
  checkout: Checkout | undefined;
};

function layout(title: string, body: string): string {
  const meta = '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">';
  return `<!doctype html><html lang="en"><head>${meta}<title>${escapeHtml(title)}</title><style>${payPageStyle}</style></head>
<body><main><p class="notice"><strong>Test payments</strong>: no money moves.</p>${body}</main></body></html>`;
}

const money = (amount: number, currency: string | null) => {
  const code = (currency ?? "").toUpperCase();
  return escapeHtml(formatMoney(fromStripeAmount(amount, code), code));
};

function order({ session, checkout }: PageData): string {
  const lines = (checkout?.lines ?? []).map(
    ({ name, quantity, amount }) =>
      `<li><span>${quantity} × ${escapeHtml(name)}</span><span>${money(amount, session.currency)}</span></li>`,
  );
  const about = checkout?.description ? `<p class="muted">${escapeHtml(checkout.description)}</p>` : "";
  return `${about}<h1>${money(session.amount_total ?? 0, session.currency)}</h1><ul class="lines">${lines.join("")}</ul>`;
}

const link = (href: string | null, text: string) =>
  href === null ? "" : `<p><a class="back" href="${escapeHtml(href)}">${text}</a></p>`;

const choice = (name: string, value: string, text: string, isMain = false) =>
  `<button name="${name}" value="${value}"${isMain ? ' class="main"' : ""}>${text}</button>`;

const form = (content: string) => `<form method="post">${content}</form>`;

/** Where the page leads once it is done. */
export const successUrl = ({ id, success_url: url }: Stripe.Checkout.Session) =>
  (url ?? "/").replaceAll("{CHECKOUT_SESSION_ID}", id);

function openPage(data: PageData, problem: string | null): string {
  const { session, intent } = data;
  const message = problem ?? intent?.last_payment_error?.message ?? null;
  const cards = testCards.map(({ number, label }) =>
    choice("card", number, `<span>${label}</span><span class="muted">${spaced(number)}</span>`),
  );
  const alert = message ? `<p class="problem" role="alert">${escapeHtml(message)}</p>` : "";
  const total = money(session.amount_total ?? 0, session.currency);
  return layout(
    `Pay ${total}`,
    `${order(data)}${alert}
${form(`<label for="card">Card number</label>
<input id="card" name="card" inputmode="numeric" autocomplete="off" required placeholder="4242 4242 4242 4242">
<button class="main">Pay ${total}</button>`)}
<h2>Test cards</h2>${form(`<div class="choices">${cards.join("")}</div>`)}
<h2>Bank</h2><p><a class="button" href="?step=bank">Pay with iDEAL</a></p>
${link(session.cancel_url, "← Back without paying")}`,
  );
}

function secondFactorPage(): string {
  return layout(
    "Confirm the payment",
    `<h1>Confirm the payment</h1><p>This is where your bank would ask whether it’s you.</p>
${form(`<div class="choices">${choice("outcome", "card", "Approve", true)}${choice("outcome", "not-authenticated", "Refuse")}</div>`)}
<p><a class="back" href="?">← Another way to pay</a></p>`,
  );
}

function bankPage(data: PageData): string {
  return layout(
    "iDEAL test bank",
    `${order(data)}<h2>iDEAL test bank</h2>
${form(`<div class="choices">${choice("outcome", "bank", "Pay now", true)}
${choice("outcome", "bank-slow", "Pay, and let the bank take two minutes")}
${choice("outcome", "bank-refused", "Refuse")}</div>`)}
<p><a class="back" href="?">← Another way to pay</a></p>`,
  );
}

function donePage(data: PageData): string {
  const { session, intent } = data;
  const onward = link(successUrl(session), "Continue →");
  if (intent?.status !== "processing") {
    const isFailed = intent?.status === "requires_payment_method";
    const title = isFailed ? "The bank has refused" : "This payment is done";
    return layout(title, `${order(data)}<h2>${title}</h2>${onward}`);
  }
  return layout(
    "The bank has not answered yet",
    `${order(data)}<h2>The bank hasn’t answered yet</h2>
${form(`<div class="choices">${choice("answer", "succeeds", "Let it pay", true)}${choice("answer", "fails", "Let it refuse")}</div>`)}${onward}`,
  );
}

/** A page of a Checkout Session, which needs no scripts. */
export function payPage(data: PageData, step: string | null, problem: string | null = null): string {
  const { session } = data;
  if (session.status === "complete") return donePage(data);
  if (session.status === "expired") {
    const title = "This page has expired";
    return layout(title, `<h1>${title}</h1><p>Nothing was paid.</p>${link(session.cancel_url, "← Back")}`);
  }
  if (step === "second-factor") return secondFactorPage();
  return step === "bank" ? bankPage(data) : openPage(data, problem);
}

export const noPage = layout("Not found", "<h1>There is no such page</h1><p>Perhaps the test data was cleared.</p>");
