import type { IncomingMessage } from "node:http";
import { z } from "zod";
import { ApiError } from "./api-error";
import type { StripeControl } from "./control";
import { fault, refundFate, webhookSettings } from "./faults";
import { outcomes } from "./pay";
import { readText } from "./read-text";

const bankOutcome = z.enum(["succeeds", "fails"]);

const payment = z.strictObject({
  session: z.string(),
  outcome: z.enum(outcomes).default("card"),
  bankAnswersAfterMs: z.number().int().min(0).optional(),
});
const refund = z.union([
  z.strictObject({ payment_intent: z.string(), amount: z.number().int().optional() }),
  z.strictObject({ refund: z.string(), outcome: bankOutcome }),
  z.strictObject({ next: refundFate }),
]);
const dispute = z.union([
  z.strictObject({ payment_intent: z.string(), reason: z.string().optional() }),
  z.strictObject({ dispute: z.string(), status: z.enum(["under_review", "won", "lost"]) }),
]);

type Run = (control: StripeControl, body: unknown) => unknown;

const routes: Record<string, Run> = {
  "POST /_outcomes": (control, body) => {
    const { session, outcome, bankAnswersAfterMs } = payment.parse(body);
    return control.pay(session, outcome, bankAnswersAfterMs === undefined ? {} : { bankAnswersAfterMs });
  },
  "POST /_bank": (control, body) => {
    const { session, outcome } = z.strictObject({ session: z.string(), outcome: bankOutcome }).parse(body);
    return control.answerBank(session, outcome);
  },
  "POST /_refunds": (control, body) => {
    const wanted = refund.parse(body);
    if ("next" in wanted) return control.setNextRefund(wanted.next);
    if ("refund" in wanted) return control.endRefund(wanted.refund, wanted.outcome);
    return control.refund(wanted.payment_intent, wanted.amount);
  },
  "POST /_disputes": (control, body) => {
    const wanted = dispute.parse(body);
    if ("dispute" in wanted) return control.moveDispute(wanted.dispute, wanted.status);
    return control.openDispute(wanted.payment_intent, wanted.reason);
  },
  "POST /_faults": (control, body) => control.addFault(fault.parse(body)),
  "DELETE /_faults": (control) => control.clearFaults(),
  "POST /_webhooks": (control, body) => control.setWebhooks(webhookSettings.parse(body)),
  "GET /_calls": (control) => control.calls,
  "GET /_events": (control) => control.events(),
};

/** The answer of a control endpoint as JSON, or null where there is none of that name. */
export async function handleControl(
  control: StripeControl,
  request: IncomingMessage,
): Promise<{ status: number; body: string } | null> {
  const { pathname } = new URL(request.url ?? "/", "http://stripe");
  const run = routes[`${request.method} ${pathname}`];
  if (!run) return null;
  try {
    const text = await readText(request);
    const value = await run(control, text === "" ? {} : JSON.parse(text));
    return { status: 200, body: JSON.stringify(value ?? { ok: true }) };
  } catch (error) {
    if (error instanceof ApiError) return { status: error.status, body: JSON.stringify(error.body) };
    if (error instanceof z.ZodError || error instanceof SyntaxError) {
      return { status: 400, body: JSON.stringify({ error: { message: error.message } }) };
    }
    throw error;
  }
}
