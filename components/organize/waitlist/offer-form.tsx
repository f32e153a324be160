"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { FailureNotice } from "@/components/forms/failure-notice";
import { useAction } from "@/components/forms/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextareaField } from "@/components/ui/field";
import { RichText } from "@/components/ui/rich-text";
import { offerToEntryAction } from "@/lib/waitlist/organizer-actions";
import type { OrganizerWaitlistEntry } from "@/lib/waitlist/organizer-lists";
import { type OfferManuallyValues, offerManuallySchema } from "@/lib/waitlist/organizer-schema";
import { offerForm } from "@/texts/organizer-waitlist";
import { useSetNotice } from "./waitlist-notice";

/** Says what a manual offer will do, and asks for its reason. */
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
  const setNotice = useSetNotice();
  const form = useForm<OfferManuallyValues>({
    resolver: zodResolver(offerManuallySchema),
    defaultValues: { slug, entry: entry.entry, reason: "" },
  });
  const earlier = (entry.position ?? 1) - 1;

  async function send(offer: OfferManuallyValues) {
    const result = await run(offer);
    if (!result?.ok) return;
    onDone();
    setNotice({ tone: "positive", text: result.message });
  }

  return (
    <form noValidate onSubmit={form.handleSubmit(send)} className="grid gap-5">
      {answer && !answer.ok ? <FailureNotice failure={answer} /> : null}
      {free === 0 && !answer ? <Alert tone="warning">{offerForm.nothingAvailable}</Alert> : null}
      <ul className="grid list-disc gap-1.5 ps-5">
        <li>
          <RichText
            text={offerForm.request(entry.quantity, entry.acceptFewer, free)}
            values={{ type: entry.ticketType ? <bdi>{entry.ticketType}</bdi> : offerForm.anyType }}
          />
        </li>
        <li>{earlier === 0 ? offerForm.isNext : offerForm.skips(earlier)}</li>
        <li>{offerForm.effect}</li>
      </ul>
      {free === 0 ? (
        <p>
          <Button variant="secondary" onClick={onDone}>
            {offerForm.close}
          </Button>
        </p>
      ) : (
        <>
          <TextareaField
            label={offerForm.reason}
            hint={offerForm.reasonHint}
            rows={3}
            className="min-h-24"
            error={form.formState.errors.reason?.message}
            {...form.register("reason")}
          />
          <div className="flex flex-wrap gap-3">
            <Button type="submit" pending={pending}>
              {offerForm.submit(entry.quantity)}
            </Button>
            <Button variant="ghost" onClick={onDone}>
              {offerForm.cancel}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}
