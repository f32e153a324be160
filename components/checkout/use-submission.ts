"use client";

import { unstable_rethrow } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import { type Refused, unreachable } from "@/lib/booking/answers";

type Answer<Done> = Done | Refused | null;

/** These leave open whether the attempt got through, so trying again is still the same attempt. */
const inconclusive = ["BOOKING_IN_PROGRESS", "BUSY", "UNKNOWN", "UNREACHABLE"];

/**
 * Sends a form through a server action without losing the page to a lost connection. The idempotency key belongs to
 * the attempt and not to the request: double clicks and retries carry the same one, until an answer settles it.
 * `posted` is the action's answer where the form was sent without scripts.
 */
export function useSubmission<Done extends { ok: true } = never>(
  action: (previous: Answer<Done>, formData: FormData) => Promise<Answer<Done>>,
  posted: Answer<Done>,
  onAnswer?: (answer: Answer<Done>) => void,
) {
  const [answer, setAnswer] = useState(posted);
  const [pending, startTransition] = useTransition();
  const key = useRef<string | null>(null);
  const isSending = useRef(false);

  function send(formData: FormData) {
    // The second click of a double click comes before the button is seen as disabled.
    if (isSending.current) return;
    isSending.current = true;
    key.current ??= crypto.randomUUID();
    formData.set("idempotencyKey", key.current);
    startTransition(async () => {
      let next: Answer<Done>;
      try {
        next = await action(null, formData);
      } catch (error) {
        try {
          unstable_rethrow(error);
        } catch (redirected) {
          key.current = null;
          throw redirected;
        }
        next = unreachable;
      } finally {
        isSending.current = false;
      }
      if (!next || next.ok || !inconclusive.includes(next.code)) key.current = null;
      startTransition(() => setAnswer(next));
      onAnswer?.(next);
    });
  }

  return { answer, pending, send };
}
