"use client";

import { Mail, MessageSquare } from "lucide-react";
import type { Route } from "next";
import { useAction } from "@/components/forms/use-action";
import { Alert } from "@/components/ui/alert";
import { Button, ButtonLink } from "@/components/ui/button";
import { resendEmailsAction } from "@/lib/attendees/actions";
import { selectionBar } from "@/texts/attendees";

/** What can be done with the selected bookings; it stays at the bottom of the window. */
export function SelectionBar({
  slug,
  references,
  onClear,
}: {
  slug: string;
  references: string[];
  onClear: () => void;
}) {
  const { run, answer, pending, clear } = useAction(resendEmailsAction);
  if (references.length === 0) return null;
  const message = `/organize/events/${encodeURIComponent(slug)}/messages/new?to=references:${references.join(",")}`;
  return (
    <section
      aria-label={selectionBar.title}
      className="sticky bottom-3 z-20 grid gap-3 rounded-card border border-line-strong bg-surface p-3 shadow-lift"
    >
      {answer ? (
        <Alert tone={answer.ok ? "positive" : "danger"}>
          {answer.ok
            ? answer.sent < references.length
              ? selectionBar.sentToSome(answer.sent)
              : selectionBar.sent(answer.sent)
            : answer.message}
        </Alert>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        <p role="status" className="px-2 font-semibold tabular-nums">
          {selectionBar.selected(references.length)}
        </p>
        <ButtonLink href={message as Route} variant="secondary" size="sm">
          <MessageSquare aria-hidden="true" className="size-4" />
          {selectionBar.message}
        </ButtonLink>
        <Button variant="secondary" size="sm" pending={pending} onClick={() => run({ slug, references })}>
          <Mail aria-hidden="true" className="size-4" />
          {selectionBar.resend}
        </Button>
        <Button
          variant="ghost"
          size="sm"
          className="ms-auto"
          onClick={() => {
            clear();
            onClear();
          }}
        >
          {selectionBar.clear}
        </Button>
      </div>
    </section>
  );
}
