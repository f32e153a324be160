"use client";

import { useEffect, useRef } from "react";
import { Alert } from "@/components/ui/alert";
import { RichText } from "@/components/ui/rich-text";
import { SubmitButton } from "@/components/ui/submit-button";
import type { MessageReview as Review } from "@/lib/messages/schema";
import { messageReview } from "@/texts/messages";
import { EmailPreview } from "./email-preview";

/** The last check before a message is sent: how many people get it, and the email. */
export function MessageReview({ review, pending, onWrite }: { review: Review; pending: boolean; onWrite: () => void }) {
  const { audience, optedOut, subject, html } = review;
  const reached = review.people - optedOut;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="grid grid-cols-1 gap-6 lg:grid-cols-2">
      <div className="grid content-start gap-4">
        <h2 ref={heading} tabIndex={-1} className="text-2xl outline-none">
          {reached === 0 ? messageReview.emptyTitle : messageReview.title(reached)}
        </h2>
        <p>
          <RichText
            text={messageReview.audience(review.people, optedOut)}
            values={{ audience: <bdi>{audience}</bdi> }}
          />
        </p>
        {reached === 0 ? (
          <Alert tone="warning">{messageReview.emptyText}</Alert>
        ) : (
          <p className="text-muted text-pretty">{messageReview.note}</p>
        )}
        <div className="flex flex-wrap gap-3">
          {reached === 0 ? null : (
            <SubmitButton name="intent" value="send" pending={pending}>
              {messageReview.submit(reached)}
            </SubmitButton>
          )}
          <SubmitButton
            name="intent"
            value="write"
            variant="secondary"
            pending={pending}
            onClick={(event) => {
              event.preventDefault();
              onWrite();
            }}
          >
            {messageReview.edit}
          </SubmitButton>
          <SubmitButton name="intent" value="test" variant="ghost" pending={pending}>
            {messageReview.sendTest}
          </SubmitButton>
        </div>
      </div>
      <EmailPreview subject={subject} html={html} title={messageReview.previewTitle} />
    </section>
  );
}
