"use client";

import { Mail } from "lucide-react";
import { useAction } from "@/components/forms/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { resendEmailsAction } from "@/lib/attendees/actions";
import { resendEmailButton } from "@/texts/attendees";

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
        {resendEmailButton.submit}
      </Button>
      {answer ? (
        <Alert tone={answer.ok ? "positive" : "danger"}>{answer.ok ? resendEmailButton.sent : answer.message}</Alert>
      ) : null}
    </div>
  );
}
