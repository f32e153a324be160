import type Stripe from "stripe";

type Options = Stripe.Checkout.SessionCreateParams.PaymentMethodOptions;

const manual = { capture_method: "manual" } as const;

/** Reserve the money first, so that a booking which is lost meanwhile costs nobody a refund. */
const authorizing = {
  amazon_pay: manual,
  card: manual,
  cashapp: manual,
  kakao_pay: manual,
  klarna: manual,
  kr_card: manual,
  link: manual,
  mobilepay: manual,
  naver_pay: manual,
  payco: manual,
  paypal: manual,
  revolut_pay: manual,
  samsung_pay: manual,
  satispay: manual,
} satisfies Options;

/** Banks and wallets that can only pay at once, and do so within minutes. */
const immediate = [
  ...["alipay", "bancontact", "bizum", "blik", "eps", "fpx", "grabpay", "ideal", "mb_way", "p24", "paynow", "paypay"],
  ...["pix", "promptpay", "swish", "twint", "upi", "wechat_pay"],
] satisfies Stripe.Checkout.SessionCreateParams.AllowedPaymentMethodType[];

/**
 * What a buyer may pay with, of what the account has turned on: a hold lasts minutes, so debits, vouchers and transfers,
 * which take days, are left out.
 */
export const allowedMethods: string[] = [...Object.keys(authorizing), ...immediate].toSorted();

export const methodOptions: Options = { ...authorizing, wechat_pay: { client: "web" } };
