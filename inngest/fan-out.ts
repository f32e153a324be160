import type { GetStepTools } from "inngest";
import type { MailKey } from "@/lib/notifications/compose";
import type { inngest } from "./client";
import { mailDue } from "./events";

const PAGE = 500;

type Due = { bookingId: number; key: MailKey };

/** Hands over every mail that `readPage` finds, page by page, so that thousands fit through steps of bounded size. */
export async function fanOut(
  step: GetStepTools<typeof inngest>,
  readPage: (page: { after: number; limit: number }) => Promise<Due[]>,
) {
  let after = 0;
  let mails = 0;
  for (let page = 1; ; page += 1) {
    const due = await step.run(`read-page-${page}`, () => readPage({ after, limit: PAGE }));
    const last = due.at(-1);
    if (!last) return { mails };
    // The id keeps a repeated fan-out from queueing a mail twice; its delivery is claimed by the same key.
    await step.sendEvent(
      `hand-over-page-${page}`,
      due.map(({ key }) => mailDue.create({ key }, { id: key })),
    );
    mails += due.length;
    if (due.length < PAGE) return { mails };
    after = last.bookingId;
  }
}
