"use client";

import { useEffect, useRef } from "react";
import { Alert } from "@/components/ui/alert";
import { SubmitButton } from "@/components/ui/submit-button";
import type { MessageReview as Review } from "@/lib/messages/schema";
import { messageReview } from "@/texts/messages";
import { EmailPreview } from "./email-preview";

const formatPeopleCount = (count: number) => (count === 1 ? "1 person" : `${count.toLocaleString("en-GB")} people`);

const formatOptedOut = (count: number) =>
  count === 1
    ? "One of them wants no messages from you and is left out."
    : `${count.toLocaleString("en-GB")} of them want no messages from you and are left out.`;

/** The last look before a message goes to many: how many, and what they see. */
export function MessageReview({ review, pending, onWrite }: { review: Review; pending: boolean; onWrite: () => void }) {
  const { audience, optedOut, subject, html } = review;
  const reached = review.people - optedOut;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="grid grid-cols-1 gap-6 lg:grid-cols-2">
      <div className="grid content-start gap-4">
        <h2 ref={heading} tabIndex={-1} className="text-2xl outline-none">
          {reached === 0 ? messageReview.nobodyWouldGetThis : messageReview.sendThisTo(formatPeopleCount(reached))}
        </h2>
        <p>
          <bdi>{audience}</bdi>
          <span>{`: ${formatPeopleCount(review.people)}.${optedOut === 0 ? "" : ` ${formatOptedOut(optedOut)}`}`}</span>
        </p>
        {reached === 0 ? (
          <Alert tone="warning">{messageReview.chooseSomebodyElseOrWait}</Alert>
        ) : (
          <p className="text-muted text-pretty">{messageReview.itCannotBeCalledBack}</p>
        )}
        <div className="flex flex-wrap gap-3">
          {reached === 0 ? null : (
            <SubmitButton name="intent" value="send" pending={pending}>
              {messageReview.sendTo(formatPeopleCount(reached))}
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
            {messageReview.goOnWriting}
          </SubmitButton>
          <SubmitButton name="intent" value="test" variant="ghost" pending={pending}>
            {messageReview.sendMeTest}
          </SubmitButton>
        </div>
      </div>
      <EmailPreview subject={subject} html={html} title={messageReview.previewOfTheMail} />
    </section>
  );
}
