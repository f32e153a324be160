"use client";

import type { ReactNode } from "react";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/requests/result";

/** A button for an action on one row, with the result below it. */
export function ActionButton<Input>({
  action,
  input,
  label,
  done,
  variant = "secondary",
  children,
}: {
  action: (input: Input) => Promise<ActionResult>;
  input: Input;
  /** The action and its row, for screen readers. */
  label: string;
  /** Shown after success if the row stays. */
  done?: string;
  variant?: "secondary" | "ghost";
  children: ReactNode;
}) {
  const { run, answer, pending } = useAction(action);
  return (
    <div className="grid justify-items-start gap-1">
      <Button variant={variant} size="sm" aria-label={label} pending={pending} onClick={() => run(input)}>
        {children}
      </Button>
      <p aria-live="polite" className="text-sm empty:hidden">
        {answer && !answer.ok ? <span className="text-danger">{answer.message}</span> : null}
        {answer?.ok && done ? <span className="text-positive">{done}</span> : null}
      </p>
    </div>
  );
}
