"use server";

import type { Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { authorizeEvent, type EventAccess } from "@/lib/access/access";
import { denied, invalidFields } from "@/lib/access/answers";
import { afterResponse } from "@/lib/after-response";
import { clientIp } from "@/lib/auth/client-ip";
import { tooManyAttempts } from "@/lib/forms/form-state";
import { answered } from "@/lib/forms/scriptless-answer";
import { audienceSize } from "@/lib/operations/audience";
import { relayOutbox } from "@/lib/outbox/relay";
import { rateLimit } from "@/lib/redis/rate-limit";
import type { ComposeState, MessageErrors } from "./compose-state";
import { ticketTypesOf } from "./queries";
import { type MessageValues, messageSchema } from "./schema";
import { sendMessage } from "./send-message";
import { audienceFrom, audienceWords } from "./to";
import { sendTest, wordMessage } from "./word-message";

/** What the buttons under a message do: a test to oneself, a look at what would be sent, sending it, or going back. */
export async function composeMessage(_: ComposeState, data: FormData): Promise<ComposeState> {
  const [slug, to] = [data.get("slug"), data.get("to")].map((value) => encodeURIComponent(String(value ?? "")));
  return answered(`/organize/events/${slug}/messages/new?to=${to}`, () => answerTo(data));
}

async function answerTo(data: FormData): Promise<ComposeState> {
  const values = valuesOf(data);
  const access = await authorizeEvent(String(data.get("slug")), "messages.send");
  if (!access.ok) return { values, refusal: denied(access).message };
  const intent = data.get("intent");
  if (intent === "write") return { values };
  const parsed = messageSchema.safeParse(values);
  if (!parsed.success) return { values, errors: invalidFields(parsed.error).errors satisfies MessageErrors };
  const audience = audienceFrom(parsed.data.to, await ticketTypesOf(access.event.id));
  if (!audience) return { values, errors: { to: "Choose who it is for." } };
  const { id, to: _to, ...words } = parsed.data;

  if (intent === "test") return test(access, words, values);
  if (intent === "send") {
    const { event, viewer } = access;
    const sent = await sendMessage({ id, event, actorId: viewer.id, detail: { ...words, audience } });
    afterResponse(() => relayOutbox(sent.outboxIds));
    return redirect(
      `/organize/events/${encodeURIComponent(event.slug)}/operations/${sent.operationId}` as Route,
      "replace",
    );
  }
  const [size, { subject, html }] = await Promise.all([
    audienceSize(access.event, audience),
    wordMessage(access.event, access.viewer, words),
  ]);
  return { values, review: { audience: audienceWords(audience), ...size, subject, html } };
}

async function test(
  { event, viewer }: EventAccess,
  words: Pick<MessageValues, "subject" | "body" | "replies">,
  values: MessageValues,
): Promise<ComposeState> {
  const limit = await rateLimit("message-test", { address: viewer.email, ip: clientIp(await headers()) });
  if (!limit.ok) return { values, refusal: tooManyAttempts(limit.retryInMinutes) };
  if (await sendTest(event, viewer, words)) return { values, testedBy: viewer.email };
  return { values, refusal: "The mail server did not take the test. Try again in a moment." };
}

function valuesOf(data: FormData): MessageValues {
  const text = (name: string) => String(data.get(name) ?? "");
  const { id, to, subject, body } = { id: text("id"), to: text("to"), subject: text("subject"), body: text("body") };
  return { id, to, subject, body, replies: data.get("replies") === "on" };
}
