"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { FailureNotice } from "@/components/forms/failure-notice";
import { useAction } from "@/components/forms/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextareaField } from "@/components/ui/field";
import { cancelAttendeeAction } from "@/lib/attendees/actions";
import { type CancelInput, cancelSchema } from "@/lib/attendees/schema";
import { cancelDialog } from "@/texts/attendees";

type Props = {
  slug: string;
  booking: {
    reference: string;
    name: string;
    numberOfTickets: number;
    /** How many of its tickets have been used to check in. */
    checkedIn: number;
    isHold: boolean;
    /** Sentences about what the buyer gets back. */
    refunds: string[];
  };
};

/** Says what cancelling does, asks for a reason, and cancels. */
export function CancelDialog({ slug, booking }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="danger" className="w-full" onClick={() => setOpen(true)}>
        {booking.isHold ? cancelDialog.releaseHold : cancelDialog.cancelBooking}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={booking.isHold ? cancelDialog.releaseTitle : cancelDialog.cancelTitle}
      >
        <CancelForm slug={slug} booking={booking} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function CancelForm({ slug, booking, onDone }: Props & { onDone: () => void }) {
  const { run, answer, pending } = useAction(cancelAttendeeAction);
  const { register, handleSubmit, getValues, formState } = useForm<CancelInput, unknown, unknown>({
    resolver: zodResolver(cancelSchema),
    defaultValues: { reason: "" },
  });

  async function onSubmit() {
    if ((await run({ slug, reference: booking.reference, ...getValues() }))?.ok) onDone();
  }

  return (
    <form onSubmit={handleSubmit(onSubmit)} noValidate className="grid gap-4">
      {answer?.ok === false ? <FailureNotice failure={answer} /> : null}
      {booking.checkedIn > 0 ? (
        <Alert tone="warning">{cancelDialog.checkedInWarning(booking.checkedIn, booking.numberOfTickets)}</Alert>
      ) : null}
      <p className="text-pretty">
        {booking.isHold ? cancelDialog.releaseIntro : cancelDialog.cancelIntro(booking.numberOfTickets)}
      </p>
      {booking.refunds.map((sentence) => (
        <p key={sentence} className="font-semibold">
          {sentence}
        </p>
      ))}
      <p translate="no" className="font-semibold wrap-anywhere">
        <bdi>{booking.name}</bdi>
        <span>{`, ${booking.reference}`}</span>
      </p>
      <TextareaField
        label={cancelDialog.reason}
        hint={booking.isHold ? cancelDialog.releaseReasonHint : cancelDialog.cancelReasonHint}
        dir="auto"
        {...register("reason")}
        error={formState.errors.reason?.message}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="danger" pending={pending}>
          {booking.isHold ? cancelDialog.releaseHold : cancelDialog.cancelBooking}
        </Button>
        <Button variant="secondary" onClick={onDone}>
          {booking.isHold ? cancelDialog.keepHold : cancelDialog.keepBooking}
        </Button>
      </div>
    </form>
  );
}
