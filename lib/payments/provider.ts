/** Names a payment of ours at a provider: it is in the metadata of everything that is created there. */
export type PaymentKey = { eventId: number; paymentId: number };

/** An attempt to pay, as a provider has to know it. Amounts are minor units of `currency`, as everywhere. */
export type CheckoutRequest = {
  key: PaymentKey;
  /** The same for every call about this attempt, also after a restart. */
  idempotencyKey: string;
  amount: number;
  currency: string;
  lines: { name: string; quantity: number; unitPrice: number }[];
  eventName: string;
  buyerEmail: string;
  /** Where the provider's page leads once it is done, and from its back link. */
  returnUrl: string;
  cancelUrl: string;
  createdAt: Date;
  /** The attempt is ended then at the latest; a provider that cannot end a page so soon is told when it is time. */
  deadline: Date;
};

/** The page on which the buyer pays. */
export type CheckoutPage = { sessionId: string; url: string };

/** Names an attempt at its provider. `intentId` is unknown until somebody begins to pay. */
export type ProviderReference = { sessionId: string; intentId: string | null };

export type ProviderRefund = {
  id: string;
  /** The row that asked for it; null: made elsewhere, as in the provider's dashboard. */
  refundId: number | null;
  amount: number;
  status: "pending" | "succeeded" | "failed";
  failureReason: string | null;
  createdAt: Date;
};

export type ProviderDispute = {
  id: string;
  amount: number;
  status: "needs_response" | "under_review" | "won" | "lost";
  reason: string;
  /** Until when the team can answer it. */
  answerBy: Date | null;
  openedAt: Date;
};

/** The state of an attempt at the provider, the only truth about its money. */
export type ProviderPayment = {
  sessionId: string | null;
  intentId: string | null;
  /** Null where our metadata is missing: somebody else's payment. */
  key: PaymentKey | null;
  status: /** Nobody has paid yet; the page can still be used, also after a declined card. */
    | "open"
    /** Paid at a bank that has not answered yet: it cannot be ended. */
    | "processing"
    /** The money is reserved and can be captured or released. */
    | "authorized"
    | "captured"
    /** Refused for good. */
    | "failed"
    /** Ended without money: the page expired, or the authorization was released. */
    | "cancelled";
  amount: number;
  currency: string;
  capturedAmount: number;
  /** The provider's fee, once known, in minor units of `feeCurrency`. */
  fee: number | null;
  feeCurrency: string | null;
  /** Such as `card` or `ideal`. */
  method: string | null;
  /** The provider's code for the last refusal, such as `insufficient_funds`. */
  failureReason: string | null;
  /** Until when an authorization can be captured. */
  captureBefore: Date | null;
  createdAt: Date;
  refunds: ProviderRefund[];
  disputes: ProviderDispute[];
};

/** The result of a call. */
export type ProviderResult<T> =
  | { ok: true; value: T }
  /** No answer, or none that says whether it was done: to be looked up before it is repeated. */
  | { ok: false; code: "UNAVAILABLE"; reason: string }
  /** Refused for good; nothing was changed. */
  | { ok: false; code: "REFUSED"; reason: string };

/** A message of a provider that something happened to one of its objects. Only a hint: the object is fetched. */
export type ProviderNotification = {
  id: string;
  type: string;
  /** The object that it is about, such as `pi_…`, and its kind, such as `payment_intent`. */
  objectId: string;
  objectKind: string;
  createdAt: Date;
};

/**
 * Takes payments on a page of its own. No method throws for what the network or the provider does. None is called while a
 * lock or a database connection is held.
 */
export type PaymentProvider = {
  readonly name: "stripe";
  /** The page of an attempt: makes it, or finds the one that an earlier call with the same idempotency key made. */
  openCheckout(request: CheckoutRequest): Promise<ProviderResult<CheckoutPage>>;
  readPayment(reference: ProviderReference): Promise<ProviderResult<ProviderPayment>>;
  /** Captures an authorization in full, and answers with its state; REFUSED where it never can be. Repeatable. */
  capture(reference: ProviderReference, idempotencyKey: string): Promise<ProviderResult<ProviderPayment>>;
  /** Ends an attempt that has no money, and answers with its state: it may have been paid or authorized meanwhile. */
  closePage(reference: ProviderReference): Promise<ProviderResult<ProviderPayment>>;
  /** Also releases an authorization. */
  cancel(reference: ProviderReference): Promise<ProviderResult<ProviderPayment>>;
  /** Refunds a part of a captured payment. Looks for the refund of `refundId` before it makes one. */
  refund(request: {
    reference: ProviderReference;
    refundId: number;
    idempotencyKey: string;
    amount: number;
    currency: string;
  }): Promise<ProviderResult<ProviderRefund>>;
  /** The payment that a notification is about; null where there is none, as for another object. */
  findPayment(
    about: Pick<ProviderNotification, "objectId" | "objectKind">,
  ): Promise<
    ProviderResult<{ key: PaymentKey | null; intentId: string | null; amount: number; currency: string } | null>
  >;
  /** Payments in the order of the provider's list, newest first; `after` is the last id of the page before. */
  listPayments(page: {
    since: Date;
    after: string | null;
    limit: number;
  }): Promise<ProviderResult<{ payments: ProviderPayment[]; next: string | null }>>;
  /** Null where the signature does not fit the body, or is too old. */
  readNotification(body: Uint8Array, headers: Headers): Promise<ProviderNotification | null>;
};
