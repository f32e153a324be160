"use client";

import { unstable_rethrow } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import { type ActionAnswer, unreachableAnswer } from "@/lib/access/answers";

/**
 * Calls a server action outside of a form: once at a time, and a lost connection is an answer like any other. `run`
 * resolves with the answer, or with null while an earlier call is still running.
 */
export function useAction<Input extends unknown[], Done extends object>(
  action: (...input: Input) => Promise<ActionAnswer<Done>>,
) {
  const [answer, setAnswer] = useState<ActionAnswer<Done> | null>(null);
  const [pending, startTransition] = useTransition();
  const isRunning = useRef(false);

  function run(...input: Input): Promise<ActionAnswer<Done> | null> {
    if (isRunning.current) return Promise.resolve(null);
    isRunning.current = true;
    return new Promise((resolve) => {
      startTransition(async () => {
        let next: ActionAnswer<Done> = unreachableAnswer;
        try {
          next = await action(...input);
        } catch (error) {
          unstable_rethrow(error);
        } finally {
          isRunning.current = false;
        }
        setAnswer(next);
        resolve(next);
      });
    });
  }

  return { run, answer, pending, clear: () => setAnswer(null) };
}
