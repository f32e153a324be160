"use client";

import { useActionState, useId } from "react";
import { stateOf } from "@/components/events/sales-labels";
import { FailureNotice } from "@/components/forms/failure-notice";
import { useSubmission } from "@/components/forms/use-submission";
import { Button } from "@/components/ui/button";
import { RichText } from "@/components/ui/rich-text";
import { updateWaitlistEntryAction } from "@/lib/checkout/waitlist-actions";
import type { TicketPanelEvent } from "@/lib/events/ticket-panel-event";
import type { Availability } from "@/lib/events/types";
import { formatPrice } from "@/lib/money/format";
import { closedTypeForm } from "@/texts/checkout";

/** Offers another ticket type to a waiting visitor whose type is no longer sold. */
export function ClosedTypeForm({
  event,
  live,
  typeName,
  onDone,
}: {
  event: TicketPanelEvent;
  live: Availability;
  /** Null where the visitor waits for any type, and none is sold. */
  typeName: string | null;
  onDone: (answer: { ok: boolean } | null) => void;
}) {
  const [posted, formAction] = useActionState(updateWaitlistEntryAction, null);
  const { answer, pending, send } = useSubmission(updateWaitlistEntryAction, posted, onDone);
  const titleId = useId();
  const types = event.ticketTypes.filter((type) => stateOf(type, live) !== "closed");
  if (types.length === 0) {
    return (
      <p className="text-pretty">
        <RichText
          text={typeName ? closedTypeForm.nothingElse : closedTypeForm.nothingSold}
          values={{ type: <bdi>{typeName}</bdi> }}
        />
      </p>
    );
  }
  return (
    <form
      action={formAction}
      onSubmit={(submission) => {
        submission.preventDefault();
        send(new FormData(submission.currentTarget));
      }}
      aria-labelledby={titleId}
      className="grid gap-3 rounded-control bg-warning-soft p-4"
    >
      <input type="hidden" name="slug" value={event.slug} />
      <p id={titleId} className="font-semibold text-pretty">
        <RichText
          text={typeName ? closedTypeForm.title : closedTypeForm.anyTypeTitle}
          values={{ type: <bdi>{typeName}</bdi> }}
        />
      </p>
      <div role="radiogroup" aria-labelledby={titleId} className="grid">
        <Option value="" isFirst>
          <span>{closedTypeForm.anyType}</span>
        </Option>
        {types.map(({ code, name, price }) => (
          <Option key={code} value={code}>
            <RichText
              text={closedTypeForm.option}
              values={{ type: <bdi>{name}</bdi>, price: formatPrice(price, event.currency) }}
            />
          </Option>
        ))}
      </div>
      {answer?.ok === false ? <FailureNotice failure={answer} /> : null}
      <Button type="submit" pending={pending} className="w-full">
        {closedTypeForm.submit}
      </Button>
    </form>
  );
}

function Option({ value, isFirst = false, children }: { value: string; isFirst?: boolean; children: React.ReactNode }) {
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input
        type="radio"
        name="ticketTypeCode"
        value={value}
        defaultChecked={isFirst}
        className="size-5 accent-accent"
      />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </label>
  );
}
