"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import { type CheckoutFailure, type CheckoutRedirect, checkoutUnreachable } from "@/lib/checkout/action-state";
import { callAction } from "./call-action";

type Answer<Done> = Done | CheckoutFailure;

/** The attempt may have succeeded, so a retry has to use the same key. */
const inconclusiveCodes = ["BOOKING_IN_PROGRESS", "BUSY", "UNKNOWN", "UNREACHABLE"];

/** After that, the page has not been left, and its form can be sent again. */
const LEAVING_MS = 15_000;

/**
 * Submits a form through a server action, and keeps the page if the connection is lost. Double clicks and retries of an
 * attempt send the same idempotency key, until a conclusive result. Follows the redirect of a result.
 * `posted` is the result of a form that was posted without scripts.
 */
export function useSubmission<Done extends { ok: true }>(
  action: (previous: unknown, formData: FormData) => Promise<Answer<Done>>,
  posted: Answer<Done> | null,
  onAnswer?: (answer: Answer<Done>) => void,
) {
  const router = useRouter();
  const [answer, setAnswer] = useState(posted);
  const [pending, startTransition] = useTransition();
  const key = useRef<string | null>(null);
  const isSending = useRef(false);

  function send(formData: FormData) {
    // The second click of a double click comes before the button is rendered as pending.
    if (isSending.current) return;
    isSending.current = true;
    key.current ??= crypto.randomUUID();
    formData.set("idempotencyKey", key.current);
    startTransition(async () => {
      let next: Answer<Done>;
      try {
        const answered = await callAction(() => action(null, formData));
        next = !answered.ok && answered.code === "UNREACHABLE" ? checkoutUnreachable : answered;
      } catch (redirected) {
        key.current = null;
        throw redirected;
      } finally {
        isSending.current = false;
      }
      if (next.ok || !inconclusiveCodes.includes(next.code)) key.current = null;
      if (hasDestination(next) && isElsewhere(next)) return leave(next);
      startTransition(() => {
        setAnswer(next);
        if (hasDestination(next)) go(next);
      });
      onAnswer?.(next);
    });
  }

  function go({ goTo, inPlace }: CheckoutRedirect) {
    if (goTo === window.location.pathname) router.refresh();
    else if (inPlace) router.replace(goTo as Route);
    else router.push(goTo as Route);
  }

  return { answer, pending, send };
}

/** A page of another site, such as the payment provider's. */
const isElsewhere = ({ goTo }: CheckoutRedirect) => /^https?:/.test(goTo);

/** Keeps the form as pending until the browser has left, or has come back by its back button. */
function leave({ goTo }: CheckoutRedirect): Promise<void> {
  window.location.assign(goTo);
  return new Promise((resolve) => {
    window.addEventListener("pageshow", () => resolve(), { once: true });
    setTimeout(resolve, LEAVING_MS);
  });
}

const hasDestination = (answer: { ok: boolean }): answer is CheckoutRedirect => "goTo" in answer;
