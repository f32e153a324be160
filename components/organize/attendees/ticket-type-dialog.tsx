"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { ArrowRightLeft } from "lucide-react";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { FailureNotice } from "@/components/forms/failure-notice";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SelectField } from "@/components/ui/field";
import { changeTicketTypeAction, undoTicketTypeChangeAction } from "@/lib/attendees/actions";
import type { TicketTypeOption } from "@/lib/attendees/booking-detail";
import { type TicketTypeChangeInput, ticketTypeChangeSchema } from "@/lib/attendees/schema";
import { formatPrice } from "@/lib/money/format";
import { ticketTypeDialog, ticketTypeOption } from "@/texts/attendees";

export type TicketToChange = { code: string; holderName: string; type: { code: string; name: string } };

type Props = {
  slug: string;
  reference: string;
  currency: string;
  tickets: TicketToChange[];
  types: TicketTypeOption[];
};

/** Changes the type of tickets; the last change can be undone. */
export function TicketTypeDialog(props: Props) {
  const [open, setOpen] = useState(false);
  const [moved, setMoved] = useState(0);
  const { run: undo, answer: undone, pending, clear } = useAction(undoTicketTypeChangeAction);

  async function takeBack() {
    if ((await undo({ slug: props.slug, reference: props.reference }))?.ok) setMoved(0);
  }

  return (
    <div className="grid gap-2">
      <Button
        variant="secondary"
        className="w-full"
        onClick={() => {
          clear();
          setOpen(true);
        }}
      >
        <ArrowRightLeft aria-hidden="true" className="size-5" />
        {ticketTypeDialog.open}
      </Button>
      {moved > 0 ? (
        <p role="status" className="flex flex-wrap items-center justify-between gap-x-3 ps-1">
          <span>{ticketTypeDialog.changed(moved)}</span>
          <Button variant="ghost" size="sm" pending={pending} onClick={takeBack}>
            {ticketTypeDialog.undo}
          </Button>
        </p>
      ) : null}
      {undone?.ok === false ? <FailureNotice failure={undone} /> : null}
      <Dialog open={open} onClose={() => setOpen(false)} title={ticketTypeDialog.title}>
        <TicketTypeForm
          {...props}
          onCancel={() => setOpen(false)}
          onMoved={(count) => {
            setMoved(count);
            setOpen(false);
          }}
        />
      </Dialog>
    </div>
  );
}

function TicketTypeForm({
  slug,
  reference,
  currency,
  tickets,
  types,
  onMoved,
  onCancel,
}: Props & { onMoved: (count: number) => void; onCancel: () => void }) {
  const { run, answer, pending } = useAction(changeTicketTypeAction);
  const { register, handleSubmit, getValues, formState } = useForm<TicketTypeChangeInput, unknown, unknown>({
    resolver: zodResolver(ticketTypeChangeSchema),
    defaultValues: { ticketCodes: tickets.map(({ code }) => code), to: "" },
  });
  const { errors } = formState;

  async function onSubmit() {
    const done = await run({ slug, reference, ...getValues() });
    if (done?.ok) onMoved(done.moved);
  }

  return (
    <form onSubmit={handleSubmit(onSubmit)} noValidate className="grid gap-5">
      {answer?.ok === false ? <FailureNotice failure={answer} /> : null}
      <fieldset className={`grid gap-1 ${tickets.length === 1 ? "hidden" : ""}`}>
        <legend className="font-semibold">{ticketTypeDialog.tickets}</legend>
        {tickets.map((ticket) => (
          <label key={ticket.code} className="flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              value={ticket.code}
              {...register("ticketCodes")}
              className="size-5 shrink-0 accent-accent"
            />
            <span className="wrap-anywhere">
              <bdi translate="no">{ticket.holderName}</bdi>
              <span className="text-muted">
                {" · "}
                <bdi>{ticket.type.name}</bdi>
              </span>
            </span>
          </label>
        ))}
        {errors.ticketCodes ? <p className="text-sm font-medium text-danger">{errors.ticketCodes.message}</p> : null}
      </fieldset>
      <SelectField label={ticketTypeDialog.newType} {...register("to")} error={errors.to?.message}>
        <option value="">{ticketTypeDialog.choose}</option>
        {types.map((type) => (
          <option key={type.code} value={type.code}>
            {ticketTypeOption(type.name, formatPrice(type.price, currency), type.left)}
          </option>
        ))}
      </SelectField>
      <p className="text-muted text-pretty">{ticketTypeDialog.note}</p>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" pending={pending}>
          {ticketTypeDialog.submit}
        </Button>
        <Button variant="secondary" onClick={onCancel}>
          {ticketTypeDialog.cancel}
        </Button>
      </div>
    </form>
  );
}
