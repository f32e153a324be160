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
import { joinForm } from "@/texts/checkout";

/** Joins the waitlist: quantity, ticket type, and whether fewer tickets are accepted. */
export function JoinForm({
  event,
  live,
  initialQuantity,
  onChange,
}: {
  event: TicketPanelEvent;
  live: Availability;
  /** The quantity chosen in the panel. */
  initialQuantity: number;
  onChange: (answer: { ok: boolean } | null) => void;
}) {
  const [posted, formAction] = useActionState(joinWaitlistAction, null);
  const { answer, pending, send } = useSubmission(joinWaitlistAction, posted, onChange);
  const restored = parseWaitlistChoice(useQuery("waitlist"));
  const [picked, setPicked] = useState<{ quantity?: number; code?: string; fewer?: boolean }>({});
  const types = event.ticketTypes.filter((type) => ["sold_out", "on_sale"].includes(stateOf(type, live)));
  const quantity = picked.quantity ?? restored?.quantity ?? Math.max(1, initialQuantity);

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
        <p className="text-xl font-semibold">{joinForm.title}</p>
        <p className="text-muted text-pretty">{joinForm.intro}</p>
      </div>
      {types.length > 1 ? (
        <SelectField
          label={joinForm.typeLabel}
          name="ticketTypeCode"
          value={picked.code ?? restored?.ticketTypeCode ?? ""}
          onChange={(change) => setPicked({ ...picked, code: change.target.value })}
        >
          <option value="">{joinForm.anyType}</option>
          {types.map((type) => (
            <option key={type.code} value={type.code}>
              {type.name}
            </option>
          ))}
        </SelectField>
      ) : null}
      <div className="flex items-center justify-between gap-4">
        <span aria-hidden="true" className="font-semibold">
          {joinForm.quantityLabel}
        </span>
        <QuantityStepper
          name="quantity"
          label={joinForm.quantityLabel}
          min={1}
          max={Math.max(quantity, event.maxTicketsPerBooking)}
          value={quantity}
          onChange={(next) => setPicked({ ...picked, quantity: next })}
        />
      </div>
      <CheckboxField
        label={joinForm.acceptFewerLabel}
        name="acceptFewer"
        checked={picked.fewer ?? restored?.acceptFewer ?? false}
        onChange={(change) => setPicked({ ...picked, fewer: change.target.checked })}
      />
      {answer?.ok === false ? <FailureNotice failure={answer} /> : null}
      {posted?.ok ? (
        <Alert tone="positive" title={joinForm.joinedTitle(posted.position)}>
          {joinForm.joinedText}
        </Alert>
      ) : null}
      <Button type="submit" size="lg" pending={pending} className="w-full">
        {joinForm.submit}
      </Button>
    </form>
  );
}
