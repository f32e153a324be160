"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Pencil } from "lucide-react";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { FailureNotice } from "@/components/forms/failure-notice";
import { useAction } from "@/components/forms/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { correctTicketHolderAction } from "@/lib/attendees/actions";
import { type HolderInput, holderSchema } from "@/lib/attendees/schema";
import { holderEditor } from "@/texts/attendees";

type Ticket = { code: string; holderName: string; holderEmail: string | null };

/** Corrects the name and email address on a ticket; the last correction can be undone. */
export function HolderEditor({ slug, ticket }: { slug: string; ticket: Ticket }) {
  const [open, setOpen] = useState(false);
  const [before, setBefore] = useState<HolderInput | null>(null);
  const { run, answer, pending } = useAction(correctTicketHolderAction);

  async function save(holder: HolderInput) {
    const saved = await run({ slug, ticketCode: ticket.code, ...holder });
    if (!saved?.ok) return;
    setBefore({ name: saved.before.name, email: saved.before.email ?? "" });
    setOpen(false);
  }

  async function undo() {
    if (before && (await run({ slug, ticketCode: ticket.code, ...before }))?.ok) setBefore(null);
  }

  return (
    <div className="grid gap-3">
      {open ? (
        <HolderForm
          ticket={ticket}
          pending={pending}
          refusal={answer?.ok === false ? answer.message : null}
          onSave={save}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <div className="flex flex-wrap items-center gap-x-3">
          <Button
            variant="ghost"
            size="sm"
            className="-ms-4"
            aria-label={holderEditor.editLabel(ticket.holderName)}
            onClick={() => setOpen(true)}
          >
            <Pencil aria-hidden="true" className="size-4" />
            {holderEditor.edit}
          </Button>
          {before ? (
            <p role="status" className="flex flex-wrap items-center gap-x-1 text-sm">
              {holderEditor.saved}
              <Button variant="ghost" size="sm" pending={pending} onClick={undo}>
                {holderEditor.undo}
              </Button>
            </p>
          ) : null}
          {answer?.ok === false ? <FailureNotice failure={answer} /> : null}
        </div>
      )}
    </div>
  );
}

function HolderForm({
  ticket,
  pending,
  refusal,
  onSave,
  onCancel,
}: {
  ticket: Ticket;
  pending: boolean;
  refusal: string | null;
  onSave: (holder: HolderInput) => void;
  onCancel: () => void;
}) {
  const { register, handleSubmit, formState, getValues } = useForm<HolderInput, unknown, unknown>({
    resolver: zodResolver(holderSchema),
    defaultValues: { name: ticket.holderName, email: ticket.holderEmail ?? "" },
  });
  const { errors } = formState;
  return (
    <form onSubmit={handleSubmit(() => onSave(getValues()))} noValidate className="grid gap-3">
      {refusal ? <Alert tone="danger">{refusal}</Alert> : null}
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={holderEditor.name} autoFocus dir="auto" {...register("name")} error={errors.name?.message} />
        <Field label={holderEditor.email} type="email" {...register("email")} error={errors.email?.message} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="sm" pending={pending}>
          {holderEditor.save}
        </Button>
        <Button variant="ghost" size="sm" onClick={onCancel}>
          {holderEditor.cancel}
        </Button>
      </div>
    </form>
  );
}
