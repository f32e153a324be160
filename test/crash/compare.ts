import type { Queryable } from "@/db/connect";
import { auditEventInventory, auditTicketTypeInventory } from "@/lib/inventory/audit";
import { auditMoney } from "@/lib/payments/audit";
import { createStripeProvider } from "@/lib/payments/stripe-provider";
import type { Message } from "@/local/email-store";
import type { Answers, Plan } from "./buyer";
import { readBookings, readRows } from "./pay-rows";
import { readProviderMoney } from "./provider-money";

type Run = {
  db: Queryable;
  eventId: number;
  since: Date;
  stripe: { url: string; key: string };
  /** Where the local inbox lists its emails. */
  inbox: string;
  answers: { plan: Plan; answer: Answers }[];
};

const print = (value: number | string, name: string) => console.log(`  ${String(value).padStart(8)}  ${name}`);

/** Prints groups of numbers that have to be equal. Returns whether they are. */
function equal(groups: Record<string, number>[]): boolean {
  for (const group of groups) {
    const isEqual = new Set(Object.values(group)).size === 1;
    for (const [name, value] of Object.entries(group)) print(value, isEqual ? name : `${name}  ← differs`);
  }
  return groups.every((group) => new Set(Object.values(group)).size === 1);
}

/** Compares buyers, rows, the stand-in and the inbox, and prints all of it. */
export async function compare({ db, eventId, since, stripe, inbox, answers }: Run): Promise<boolean> {
  const money = await readProviderMoney(stripe);
  const rows = await readRows(db, eventId);
  const bookings = await readBookings(db, eventId);
  const confirmed = bookings.filter(({ status }) => status === "confirmed");
  const emails = ((await (await fetch(inbox)).json()) as Message[]).filter(({ subject }) =>
    subject.startsWith("Your tickets: "),
  );
  const emailsTo = (address: string) => emails.filter(({ to }) => to.includes(address)).length;
  const provider = createStripeProvider({ secretKey: stripe.key, apiBase: stripe.url, webhookSecrets: [] });
  const audit = await auditMoney(db, { provider, since });
  const differences = audit.ok ? audit.differences : [{ kind: "UNAVAILABLE", reference: null, detail: audit.reason }];
  const drift = [...(await auditEventInventory(db, eventId)), ...(await auditTicketTypeInventory(db, eventId))];

  const statusOf = new Map(bookings.map(({ reference, status }) => [reference, status]));
  const statusesOf = (of: (one: Run["answers"][number]) => boolean) =>
    answers.filter(of).map(({ answer }) => statusOf.get(answer.reference ?? ""));
  const isRefused = ({ tries }: Plan) => tries?.includes("capture-refused");
  const kept = statusesOf(({ plan, answer }) => answer.isAcknowledged && !plan.cancels && !isRefused(plan));
  const cancelled = statusesOf(({ answer }) => answer.isCancelled);

  for (const { answer } of answers) if (answer.stopped) print("", `a buyer stopped: ${answer.stopped}`);
  print(money.charged, "charged at the provider, in cents");
  print(money.refunded, "refunded at the provider");
  const holds = equal([
    {
      "charged minus refunded at the provider": money.kept,
      "captured minus refunded in rows": rows.captured - rows.refunded,
      "totals of confirmed bookings": rows.totals,
    },
    {
      "bookings that buyers were led to after paying, and did not cancel": kept.length,
      "of them confirmed": kept.filter((status) => status === "confirmed").length,
    },
    {
      "bookings that buyers cancelled": cancelled.length,
      "of them cancelled": cancelled.filter((status) => status === "cancelled").length,
    },
    {
      "seats of confirmed bookings": rows.seats,
      "valid tickets of confirmed bookings": rows.valid,
      "tickets of bookings with as many as they have seats": confirmed
        .filter(({ seats, valid }) => seats === valid)
        .reduce((sum, { valid }) => sum + valid, 0),
    },
    {
      "confirmed bookings": confirmed.length,
      "of them with one email with tickets": confirmed.filter(({ address }) => emailsTo(address) === 1).length,
    },
    {
      "expected of the following": 0,
      "valid tickets of other bookings, or void ones of confirmed": rows.astray,
      "people with two emails with tickets": bookings.filter(({ address }) => emailsTo(address) > 1).length,
      "buyers who met an error": answers.filter(({ answer }) => answer.stopped).length,
      "counters of seats that differ": drift.length,
      "differences that the audit of money found": differences.length,
    },
  ]);
  for (const { kind, reference, detail } of differences) print("", `${kind} ${reference ?? ""} ${detail}`);
  print(emails.filter(({ deliveries }) => deliveries > 1).length, "emails the server took twice (same Message-ID)");
  return holds;
}
