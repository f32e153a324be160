"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { eventAccessFor } from "@/lib/access/access";
import { afterResponse } from "@/lib/after-response";
import { countAudience } from "@/lib/operations/audience";
import { relayOutbox } from "@/lib/outbox/relay";
import { defineFormAction } from "@/lib/requests/define-action";
import { failure } from "@/lib/requests/result";
import { describeAudience, parseAudience } from "./audience-param";
import { renderMessagePreview, sendTestEmail } from "./message-preview";
import { listTicketTypeNames } from "./queries";
import { composeSchema, readComposeForm } from "./schema";
import { sendMessage } from "./send-message";

/** What the buttons under a message do: a test to oneself, a look at what would be sent, sending it, or going back. */
export const composeMessageAction = defineFormAction({
  page: ({ slug = "", to = "" }) =>
    `/organize/events/${encodeURIComponent(slug)}/messages/new?to=${encodeURIComponent(to)}`,
  read: readComposeForm,
  input: composeSchema,
  access: eventAccessFor("messages.send"),
  limit: ({ input, viewer }) => (input.intent === "test" ? { action: "message-test", address: viewer.email } : null),
  run: async ({ input, event, viewer }) => {
    if (input.intent === "write") return { ok: true };
    const audience = parseAudience(input.to, await listTicketTypeNames(event.id));
    const unknown = "Choose who it is for.";
    if (!audience) return failure("INVALID", unknown, { fieldErrors: { to: unknown } });
    const { id, intent, subject, body, replies } = input;
    const words = { subject, body, replies };
    if (intent === "test") {
      if (await sendTestEmail(event, viewer, words)) return { ok: true, testedBy: viewer.email };
      return failure("MAIL_NOT_ACCEPTED", "The mail server did not take the test. Try again in a moment.");
    }
    if (intent === "send") {
      const sent = await sendMessage({ id, event, actorId: viewer.id, detail: { ...words, audience } });
      afterResponse(() => relayOutbox(sent.outboxIds));
      const path = `/organize/events/${encodeURIComponent(event.slug)}/operations/${sent.operationId}` as Route;
      return redirect(path, "replace");
    }
    const [size, mail] = await Promise.all([
      countAudience(event, audience),
      renderMessagePreview(event, viewer, words),
    ]);
    const review = { audience: describeAudience(audience), ...size, subject: mail.subject, html: mail.html };
    return { ok: true, review };
  },
});
