"use client";

import { useActionState, useState } from "react";
import { stateOf } from "@/components/events/sales-labels";
import { FailureNotice } from "@/components/forms/failure-notice";
import { useSubmission } from "@/components/forms/use-submission";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { CheckboxField, SelectField } from "@/components/ui/field";
import { QuantityStepper } from "@/components/ui/quantity-stepper";
import { useQuery } from "@/components/ui/use-query";
import { parseWaitlistChoice } from "@/lib/booking/choice";
import { joinWaitlistAction } from "@/lib/checkout/waitlist-actions";
import type { TicketPanelEvent } from "@/lib/events/ticket-panel-event";
import type { Availability } from "@/lib/events/types";

/** Takes a place in line: for how many, of which type, and whether fewer would do. */
export function JoinForm({
  event,
  live,
  wanted,
  onChange,
}: {
  event: TicketPanelEvent;
  live: Availability;
  /** How many tickets were picked before, as a first guess. */
  wanted: number;
  onChange: (answer: { ok: boolean } | null) => void;
}) {
  const [posted, formAction] = useActionState(joinWaitlistAction, null);
  const { answer, pending, send } = useSubmission(joinWaitlistAction, posted, onChange);
  const restored = parseWaitlistChoice(useQuery("waitlist"));
  const [picked, setPicked] = useState<{ quantity?: number; code?: string; fewer?: boolean }>({});
  const types = event.ticketTypes.filter((type) => ["sold_out", "on_sale"].includes(stateOf(type, live)));
  const quantity = picked.quantity ?? restored?.quantity ?? Math.max(1, wanted);

  return (
    <form
      action={formAction}
      noValidate
      onSubmit={(submission) => {
        submission.preventDefault();
        send(new FormData(submission.currentTarget));
      }}
      className="grid gap-4"
    >
      <input type="hidden" name="slug" value={event.slug} />
      <div>
        <p className="text-xl font-semibold">Wait for tickets</p>
        <p className="text-muted text-pretty">
          Tickets that come free go to the waitlist first, in the order of joining. Free ones are booked for you while
          you could still cancel; all others are held for you until you confirm.
        </p>
      </div>
      {types.length > 1 ? (
        <SelectField
          label="Ticket type"
          name="ticketTypeCode"
          value={picked.code ?? restored?.ticketTypeCode ?? ""}
          onChange={(change) => setPicked({ ...picked, code: change.target.value })}
        >
          <option value="">Any ticket type</option>
          {types.map((type) => (
            <option key={type.code} value={type.code}>
              {type.name}
            </option>
          ))}
        </SelectField>
      ) : null}
      <div className="flex items-center justify-between gap-4">
        <span aria-hidden="true" className="font-semibold">
          Quantity
        </span>
        <QuantityStepper
          name="quantity"
          label="Quantity"
          min={1}
          max={Math.max(quantity, event.maxTicketsPerBooking)}
          value={quantity}
          onChange={(next) => setPicked({ ...picked, quantity: next })}
        />
      </div>
      <CheckboxField
        label="Fewer is fine"
        name="acceptFewer"
        checked={picked.fewer ?? restored?.acceptFewer ?? false}
        onChange={(change) => setPicked({ ...picked, fewer: change.target.checked })}
      />
      {answer?.ok === false ? <FailureNotice failure={answer} /> : null}
      {posted?.ok ? (
        <Alert tone="positive" title={`You are number ${posted.position} in line`}>
          We will mail you as soon as it is your turn.
        </Alert>
      ) : null}
      <Button type="submit" size="lg" pending={pending} className="w-full">
        Join waitlist
      </Button>
    </form>
  );
}
