import { parseArgs } from "node:util";
import { subDays } from "date-fns";
import { z } from "zod";
import { connect } from "@/db/connect";
import { env } from "@/lib/env";
import { formatMoney } from "@/lib/money/format";
import { auditMoney } from "./audit";
import { paymentProvider } from "./provider-of-process";

/**
 * `npm run audit:money [-- --since 90] [--local]`: compares bookings, payments and refunds, and the provider's list of the
 * last days (90 by default). `--local`: rows only. Exits 1 if anything differs.
 */
const { values } = parseArgs({ options: { since: { type: "string" }, local: { type: "boolean" } } });
const days = z.coerce.number().positive().default(90).safeParse(values.since);
if (!days.success) {
  console.error("--since takes a number of days.");
  process.exit(2);
}
const provider = values.local ? null : paymentProvider();
if (!values.local && !provider) console.log("No payment provider is set up, so only rows are compared.");

// Without the timeouts of the application's pool: the audit may take long.
const { db, close } = connect(env.DATABASE_URL, {
  max: 2,
  transactionPooler: env.DATABASE_TRANSACTION_POOLER === "true",
});
const audit = await auditMoney(db, { provider, since: subDays(new Date(), days.data) });
await close();
if (audit.ok) {
  const { bookings, payments, atProvider } = audit.compared;
  console.log(`${payments} payments of ${bookings} bookings, ${atProvider} at the provider.`);
  for (const { reference, amount, currency } of audit.refundsOnTheWay) {
    console.log(`${reference}: ${formatMoney(amount, currency)} are on the way back.`);
  }
  for (const { kind, reference, paymentId, detail } of audit.differences) {
    console.log([kind, reference, paymentId && `payment ${paymentId}`, detail].filter(Boolean).join("  "));
  }
  console.log(audit.differences.length === 0 ? "Every cent is explained." : `${audit.differences.length} differences.`);
} else console.error(`The provider did not answer: ${audit.reason}`);
process.exitCode = audit.ok && audit.differences.length === 0 ? 0 : 1;
