"use client";

import { Mail } from "lucide-react";
import { useAction } from "@/components/forms/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { resendEmailsAction } from "@/lib/attendees/actions";

/** Has the booking's mail sent once more. */
export function ResendEmailButton({ slug, reference }: { slug: string; reference: string }) {
  const { run, answer, pending } = useAction(resendEmailsAction);
  return (
    <div className="grid gap-2">
      <Button
        variant="secondary"
        className="w-full"
        pending={pending}
        onClick={() => run({ slug, references: [reference] })}
      >
        <Mail aria-hidden="true" className="size-5" />
        Resend the mail
      </Button>
      {answer ? (
        <Alert tone={answer.ok ? "positive" : "danger"}>{answer.ok ? "The mail is on its way." : answer.message}</Alert>
      ) : null}
    </div>
  );
}
