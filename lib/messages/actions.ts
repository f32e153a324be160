"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { mayWithEvent } from "@/lib/access/access";
import { afterResponse } from "@/lib/after-response";
import { audienceSize } from "@/lib/operations/audience";
import { relayOutbox } from "@/lib/outbox/relay";
import { defineFormAction } from "@/lib/requests/define-action";
import { failure } from "@/lib/requests/result";
import { ticketTypesOf } from "./queries";
import { composeFields, composeSchema } from "./schema";
import { sendMessage } from "./send-message";
import { audienceFrom, audienceWords } from "./to";
import { sendTest, wordMessage } from "./word-message";

/** What the buttons under a message do: a test to oneself, a look at what would be sent, sending it, or going back. */
export const composeMessageAction = defineFormAction({
  page: ({ slug = "", to = "" }) =>
    `/organize/events/${encodeURIComponent(slug)}/messages/new?to=${encodeURIComponent(to)}`,
  read: composeFields,
  input: composeSchema,
  access: mayWithEvent("messages.send"),
  limit: ({ input, viewer }) => (input.intent === "test" ? { action: "message-test", address: viewer.email } : null),
  run: async ({ input, event, viewer }) => {
    if (input.intent === "write") return { ok: true };
    const audience = audienceFrom(input.to, await ticketTypesOf(event.id));
    const unknown = "Choose who it is for.";
    if (!audience) return failure("INVALID", unknown, { fieldErrors: { to: unknown } });
    const { id, intent, subject, body, replies } = input;
    const words = { subject, body, replies };
    if (intent === "test") {
      if (await sendTest(event, viewer, words)) return { ok: true, testedBy: viewer.email };
      return failure("MAIL_NOT_ACCEPTED", "The mail server did not take the test. Try again in a moment.");
    }
    if (intent === "send") {
      const sent = await sendMessage({ id, event, actorId: viewer.id, detail: { ...words, audience } });
      afterResponse(() => relayOutbox(sent.outboxIds));
      const path = `/organize/events/${encodeURIComponent(event.slug)}/operations/${sent.operationId}` as Route;
      return redirect(path, "replace");
    }
    const [size, mail] = await Promise.all([audienceSize(event, audience), wordMessage(event, viewer, words)]);
    const review = { audience: audienceWords(audience), ...size, subject: mail.subject, html: mail.html };
    return { ok: true, review };
  },
});
