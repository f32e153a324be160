"use client";

import { useRef, useState, useTransition } from "react";
import type { ActionResult, outdatedFailure, unreachableFailure } from "@/lib/requests/result";
import { callAction } from "./call-action";

/**
 * Calls a server action, one call at a time; see `callAction`. `run` resolves with the result, or with null while an
 * earlier call is pending.
 */
export function useAction<Input extends unknown[], Result extends ActionResult>(
  action: (...input: Input) => Promise<Result>,
) {
  type Answer = Result | typeof unreachableFailure | typeof outdatedFailure;
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [pending, startTransition] = useTransition();
  const isRunning = useRef(false);

  function run(...input: Input): Promise<Answer | null> {
    // The second click of a double click comes before the button is rendered as pending.
    if (isRunning.current) return Promise.resolve(null);
    isRunning.current = true;
    return new Promise((resolve) => {
      startTransition(async () => {
        const next = await callAction(() => action(...input)).finally(() => {
          isRunning.current = false;
        });
        setAnswer(next);
        resolve(next);
      });
    });
  }

  return { run, answer, pending, clear: () => setAnswer(null) };
}
