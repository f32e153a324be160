import { missing } from "./api-error";
import { disputeOf } from "./disputes";
import type { Faults } from "./faults";
import type { FormObject } from "./form";
import { cancelIntent, captureIntent, intentOf } from "./intents";
import { pageOf, parseList } from "./lists";
import { createRefund, refundOf } from "./refunds";
import { createSession, expireSession, sessionOf } from "./sessions";
import type { Store } from "./store";

export type ApiContext = { store: Store; faults: Faults; baseUrl: () => string };
type Call = { context: ApiContext; id: string; form: FormObject };
type Route = { method: "GET" | "POST"; path: RegExp; run: (call: Call) => object };

const listOf = <Name extends "sessions" | "refunds" | "disputes">(table: Name, url: string): Route["run"] => {
  return ({ context: { store }, form }) => {
    const parameters = parseList(form);
    const { payment_intent: intent } = parameters;
    return pageOf(url, intent === undefined ? store.rows(table) : store.ofIntent(table, intent), parameters);
  };
};

function find<Row>(kind: string, id: string, row: Row | undefined): Row {
  if (row === undefined) throw missing(kind, id);
  return row;
}

/** The part of Stripe's API that the application uses. */
export const routes: Route[] = [
  {
    method: "POST",
    path: /^\/v1\/checkout\/sessions$/,
    run: ({ context: { store, baseUrl }, form }) => createSession(store, form, baseUrl()),
  },
  { method: "GET", path: /^\/v1\/checkout\/sessions$/, run: listOf("sessions", "/v1/checkout/sessions") },
  {
    method: "GET",
    path: /^\/v1\/checkout\/sessions\/(\w+)$/,
    run: ({ context: { store }, id }) => sessionOf(store, id),
  },
  {
    method: "POST",
    path: /^\/v1\/checkout\/sessions\/(\w+)\/expire$/,
    run: ({ context: { store }, id }) => expireSession(store, id),
  },
  {
    method: "GET",
    path: /^\/v1\/payment_intents$/,
    run: ({ context: { store }, form }) => pageOf("/v1/payment_intents", store.rows("intents"), parseList(form)),
  },
  { method: "GET", path: /^\/v1\/payment_intents\/(\w+)$/, run: ({ context: { store }, id }) => intentOf(store, id) },
  {
    method: "POST",
    path: /^\/v1\/payment_intents\/(\w+)\/capture$/,
    run: ({ context: { store }, id }) => captureIntent(store, id),
  },
  {
    method: "POST",
    path: /^\/v1\/payment_intents\/(\w+)\/cancel$/,
    run: ({ context: { store }, id }) => cancelIntent(store, id),
  },
  {
    method: "GET",
    path: /^\/v1\/charges\/(\w+)$/,
    run: ({ context: { store }, id }) => find("charge", id, store.get("charges", id)),
  },
  {
    method: "POST",
    path: /^\/v1\/refunds$/,
    run: ({ context: { store, faults }, form }) => createRefund(store, form, () => faults.takeRefundFate()),
  },
  { method: "GET", path: /^\/v1\/refunds$/, run: listOf("refunds", "/v1/refunds") },
  { method: "GET", path: /^\/v1\/refunds\/(\w+)$/, run: ({ context: { store }, id }) => refundOf(store, id) },
  { method: "GET", path: /^\/v1\/disputes$/, run: listOf("disputes", "/v1/disputes") },
  { method: "GET", path: /^\/v1\/disputes\/(\w+)$/, run: ({ context: { store }, id }) => disputeOf(store, id) },
  {
    method: "GET",
    path: /^\/v1\/balance_transactions\/(\w+)$/,
    run: ({ context: { store }, id }) => find("balance_transaction", id, store.get("transactions", id)),
  },
  {
    method: "GET",
    path: /^\/v1\/events$/,
    run: ({ context: { store }, form }) => pageOf("/v1/events", store.rows("events"), parseList(form)),
  },
  {
    method: "GET",
    path: /^\/v1\/events\/(\w+)$/,
    run: ({ context: { store }, id }) => find("event", id, store.get("events", id)),
  },
];
