import { and, eq, gte, inArray, lt, sql } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import { bookings, payments, refunds } from "@/db/schema";
import type { MoneyDifference } from "./money-difference";
import type { PaymentKey, PaymentProvider, ProviderPayment } from "./provider";

type Compared =
  | { ok: true; differences: MoneyDifference[]; count: number }
  | { ok: false; code: "UNAVAILABLE"; reason: string };

/** A payment that began this recently may be in the rows and not yet in the provider's list, or the reverse. */
const SETTLING_MS = 60_000;

/** Compares payments and refunds with the provider's list, one page of it at a time. */
export async function compareWithProvider(
  db: Queryable,
  provider: PaymentProvider,
  { since, pageSize }: { since: Date; pageSize: number },
): Promise<Compared> {
  const differences: MoneyDifference[] = [];
  const seen = new Set<string>();
  let count = 0;
  let after: string | null = null;
  do {
    const page = await provider.listPayments({ since, after, limit: pageSize });
    if (!page.ok) return { ok: false, code: "UNAVAILABLE", reason: page.reason };
    count += page.value.payments.length;
    differences.push(...(await comparePage(db, page.value.payments, seen)));
    after = page.value.next;
  } while (after !== null);
  differences.push(...(await findMissing(db, since, seen)));
  return { ok: true, differences, count };
}

const nameOf = ({ eventId, paymentId }: PaymentKey) => `${eventId}/${paymentId}`;

async function readRows(db: Queryable, keys: PaymentKey[]) {
  if (keys.length === 0) return { rows: [], refunds: [] };
  const ids = keys.map(({ paymentId }) => paymentId);
  const eventIds = keys.map(({ eventId }) => eventId);
  const rows = await db
    .select({ payment: payments, reference: bookings.reference })
    .from(payments)
    .innerJoin(bookings, eq(bookings.id, payments.bookingId))
    .where(and(inArray(payments.eventId, eventIds), inArray(payments.id, ids)));
  const own = await db
    .select()
    .from(refunds)
    .where(and(inArray(refunds.eventId, eventIds), inArray(refunds.paymentId, ids)));
  return { rows, refunds: own };
}

async function comparePage(db: Queryable, page: ProviderPayment[], seen: Set<string>): Promise<MoneyDifference[]> {
  const found = await readRows(
    db,
    page.flatMap(({ key }) => key ?? []),
  );
  const byName = new Map(
    found.rows.map((row) => [nameOf({ eventId: row.payment.eventId, paymentId: row.payment.id }), row]),
  );
  return page.flatMap((state): MoneyDifference[] => {
    const row = state.key && byName.get(nameOf(state.key));
    if (state.key) seen.add(nameOf(state.key));
    const id = state.intentId ?? state.sessionId ?? "";
    if (!row) {
      // Somebody else's attempt that took no money is nothing to explain.
      if (state.status !== "captured" && state.status !== "authorized") return [];
      const detail = `${id}: ${state.status}, ${state.amount} ${state.currency}`;
      return [{ kind: "WITHOUT_ROW", reference: null, paymentId: null, detail }];
    }
    const own = found.refunds.filter(
      ({ eventId, paymentId }) => eventId === row.payment.eventId && paymentId === row.payment.id,
    );
    const named = { reference: row.reference, paymentId: row.payment.id };
    return differencesOf(row.payment, own, state).map((difference) => ({ ...named, ...difference }));
  });
}

type PaymentRow = typeof payments.$inferSelect;
type RefundRow = typeof refunds.$inferSelect;

function differencesOf(row: PaymentRow, own: RefundRow[], state: ProviderPayment) {
  const differences: Pick<MoneyDifference, "kind" | "detail">[] = [];
  const differ = (kind: MoneyDifference["kind"], ours: unknown, theirs: unknown) => {
    if (ours !== theirs) differences.push({ kind, detail: `row ${ours}, provider ${theirs}` });
  };
  if (!isExpected(row, state)) differ("STATUS", row.status, state.status);
  differ("AMOUNT", `${row.amount} ${row.currency}`, `${state.amount} ${state.currency}`);
  differ("AMOUNT", `${row.capturedAmount} captured`, `${state.capturedAmount} captured`);
  for (const refund of state.refunds) {
    const known = own.find(({ id, providerRefundId }) => providerRefundId === refund.id || id === refund.refundId);
    const theirs = `${refund.id} ${refund.amount} ${refund.status}`;
    differ("REFUNDS", known ? `${known.providerRefundId} ${known.amount} ${known.status}` : "has none", theirs);
  }
  for (const { id, status, providerRefundId } of own) {
    const isThere = state.refunds.some((refund) => refund.id === providerRefundId || refund.refundId === id);
    const wasMade = status === "succeeded" || status === "pending";
    if (wasMade && !isThere) differ("REFUNDS", `refund ${id} ${status}`, "has none");
  }
  return differences;
}

/** The provider's statuses that go with a row's. An attempt that is over here may only be over there, without money. */
function isExpected({ status }: PaymentRow, state: ProviderPayment): boolean {
  const expected: Record<PaymentRow["status"], ProviderPayment["status"][]> = {
    created: ["open", "processing"],
    authorized: ["authorized"],
    captured: ["captured"],
    failed: ["failed", "cancelled"],
    cancelled: ["cancelled", "failed"],
  };
  return expected[status].includes(state.status);
}

/** Rows whose money the provider ought to know and did not list. */
async function findMissing(db: Queryable, since: Date, seen: Set<string>): Promise<MoneyDifference[]> {
  const rows = await db
    .select({
      eventId: payments.eventId,
      paymentId: payments.id,
      reference: bookings.reference,
      status: payments.status,
      amount: payments.amount,
      currency: payments.currency,
    })
    .from(payments)
    .innerJoin(bookings, eq(bookings.id, payments.bookingId))
    .where(
      and(
        eq(payments.provider, "stripe"),
        inArray(payments.status, ["authorized", "captured"]),
        gte(payments.createdAt, since),
        lt(payments.createdAt, sql`now() - ${SETTLING_MS} * interval '1 millisecond'`),
      ),
    );
  return rows
    .filter((row) => !seen.has(nameOf(row)))
    .map(({ reference, paymentId, status, amount, currency }) => ({
      ...{ kind: "NOT_AT_PROVIDER" as const, reference, paymentId },
      detail: `${status}, ${amount} ${currency}`,
    }));
}
