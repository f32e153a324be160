"use client";

import { Play } from "lucide-react";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { runWaitlistAction } from "@/lib/waitlist/organizer-actions";
import { runButton } from "@/texts/organizer-waitlist";
import { useSetNotice } from "./waitlist-notice";

export function RunButton({ slug }: { slug: string }) {
  const { run, pending } = useAction(runWaitlistAction);
  const setNotice = useSetNotice();

  async function start() {
    const answer = await run({ slug });
    if (answer) setNotice({ tone: answer.ok ? "positive" : "danger", text: answer.message });
  }

  return (
    <Button onClick={start} pending={pending}>
      {pending ? null : <Play aria-hidden="true" className="size-4" />}
      <span>{runButton.submit}</span>
    </Button>
  );
}
