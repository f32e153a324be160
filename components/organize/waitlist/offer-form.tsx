"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { FailureNotice } from "@/components/forms/failure-notice";
import { useAction } from "@/components/forms/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextareaField } from "@/components/ui/field";
import { offerToEntryAction } from "@/lib/waitlist/organizer-actions";
import type { OrganizerWaitlistEntry } from "@/lib/waitlist/organizer-lists";
import { formatPeople, formatRequest, formatTickets } from "@/lib/waitlist/organizer-messages";
import { type OfferManuallyValues, offerManuallySchema } from "@/lib/waitlist/organizer-schema";
import { offerForm } from "@/texts/organizer-waitlist";
import { useSetNotice } from "./waitlist-notice";

/** Says what an offer by hand will do, and asks why it is made. */
export function OfferForm({
  slug,
  entry,
  free,
  onDone,
}: {
  slug: string;
  entry: Pick<OrganizerWaitlistEntry, "entry" | "quantity" | "acceptFewer" | "ticketType" | "position">;
  free: number;
  onDone: () => void;
}) {
  const { run, answer, pending } = useAction(offerToEntryAction);
  const tell = useSetNotice();
  const form = useForm<OfferManuallyValues>({
    resolver: zodResolver(offerManuallySchema),
    defaultValues: { slug, entry: entry.entry, reason: "" },
  });
  const earlier = (entry.position ?? 1) - 1;

  async function send(offer: OfferManuallyValues) {
    const given = await run(offer);
    if (!given?.ok) return;
    onDone();
    tell({ tone: "positive", text: given.message });
  }

  return (
    <form noValidate onSubmit={form.handleSubmit(send)} className="grid gap-5">
      {answer && !answer.ok ? <FailureNotice failure={answer} /> : null}
      {free === 0 && !answer ? <Alert tone="warning">{offerForm.nothingIsFreeNowRaise}</Alert> : null}
      <ul className="grid list-disc gap-1.5 ps-5">
        <li>
          <span>{offerForm.askedFor(formatRequest(entry))}</span>
          <span>
            {entry.ticketType ? (
              <span>
                {offerForm.of}
                <bdi>{entry.ticketType}</bdi>
              </span>
            ) : (
              offerForm.ofAnyType
            )}
          </span>
          <span>{offerForm.freeNow(free.toLocaleString("en-GB"))}</span>
        </li>
        <li>{earlier === 0 ? offerForm.nextInLineNobodyIs : offerForm.thisPassesByWhoJoined(formatPeople(earlier))}</li>
        <li>{offerForm.freeTicketsAreBookedAt}</li>
      </ul>
      <TextareaField
        label={offerForm.why}
        hint={offerForm.yourTeamReadsItUnder}
        rows={3}
        className="min-h-24"
        error={form.formState.errors.reason?.message}
        {...form.register("reason")}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" pending={pending}>
          {offerForm.offer(formatTickets(entry.quantity))}
        </Button>
        <Button variant="ghost" onClick={onDone}>
          {offerForm.notNow}
        </Button>
      </div>
    </form>
  );
}
