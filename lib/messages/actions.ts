"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { eventAccessFor } from "@/lib/access/access";
import { afterResponse } from "@/lib/after-response";
import { countAudience } from "@/lib/operations/audience";
import { relayOutbox } from "@/lib/outbox/relay";
import { defineFormAction } from "@/lib/requests/define-action";
import { failure } from "@/lib/requests/result";
import { messageErrors } from "@/texts/messages";
import { describeAudience, parseAudience } from "./audience-param";
import { renderMessagePreview, sendTestEmail } from "./message-preview";
import { listTicketTypeNames } from "./queries";
import { composeSchema, readComposeForm } from "./schema";
import { sendMessage } from "./send-message";

/** The buttons under a message: send a test to oneself, review, send, or go back to editing. */
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
    if (!audience) {
      const { audienceRequired } = messageErrors;
      return failure("INVALID", audienceRequired, { fieldErrors: { to: audienceRequired } });
    }
    const { id, intent, subject, body, replies } = input;
    const content = { subject, body, replies };
    if (intent === "test") {
      if (await sendTestEmail(event, viewer, content)) return { ok: true, testedBy: viewer.email };
      return failure("MAIL_NOT_ACCEPTED", messageErrors.testNotAccepted);
    }
    if (intent === "send") {
      const sent = await sendMessage({ id, event, actorId: viewer.id, detail: { ...content, audience } });
      afterResponse(() => relayOutbox(sent.outboxIds));
      const path = `/organize/events/${encodeURIComponent(event.slug)}/operations/${sent.operationId}` as Route;
      return redirect(path, "replace");
    }
    const [size, email] = await Promise.all([
      countAudience(event, audience),
      renderMessagePreview(event, viewer, content),
    ]);
    const review = { audience: describeAudience(audience), ...size, subject: email.subject, html: email.html };
    return { ok: true, review };
  },
});
