import type { GetStepTools } from "inngest";
import type { EmailKey } from "@/lib/notifications/compose";
import type { inngest } from "./client";
import { emailDue } from "./events";

const PAGE_SIZE = 500;

type DueEmail = { bookingId: number; key: EmailKey };

/** Queues every email that `readPage` finds, page by page: the size of a step is limited. */
export async function fanOutEmails(
  step: GetStepTools<typeof inngest>,
  readPage: (page: { after: number; limit: number }) => Promise<DueEmail[]>,
) {
  let after = 0;
  let emails = 0;
  for (let page = 1; ; page += 1) {
    const due = await step.run(`read-page-${page}`, () => readPage({ after, limit: PAGE_SIZE }));
    const last = due.at(-1);
    if (!last) return { emails };
    // The id makes a repeated fan-out idempotent; delivery is claimed by the same key.
    await step.sendEvent(
      `hand-over-page-${page}`,
      due.map(({ key }) => emailDue.create({ key }, { id: key })),
    );
    emails += due.length;
    if (due.length < PAGE_SIZE) return { emails };
    after = last.bookingId;
  }
}
