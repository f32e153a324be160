"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import type { Route } from "next";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { useForm } from "react-hook-form";
import { useAction } from "@/components/forms/use-action";
import { Button, ButtonLink } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { CheckboxField, Field, SelectField } from "@/components/ui/field";
import { addGuestAction } from "@/lib/attendees/actions";
import type { TicketTypeOption } from "@/lib/attendees/booking-detail";
import { type GuestInput, guestSchema } from "@/lib/attendees/schema";
import { formatPrice } from "@/lib/money/format";
import { guestForm, ticketTypeOption } from "@/texts/attendees";

type Name = keyof GuestInput;
const fieldNames: Name[] = ["name", "email", "ticketTypeCode", "quantity", "isFree", "sendsMail"];
const fieldIdFor = (name: Name) => `guest-${name}`;

/** After these the guest may have been added: the next try keeps the idempotency key. */
const inconclusiveCodes = ["BUSY", "BOOKING_IN_PROGRESS", "UNKNOWN", "UNREACHABLE"];

export function GuestForm({ slug, types, currency }: { slug: string; types: TicketTypeOption[]; currency: string }) {
  const router = useRouter();
  const attempt = useRef<string | null>(null);
  const { run, answer, pending } = useAction(addGuestAction);
  const { register, handleSubmit, getValues, formState, submitCount } = useGuestForm(types);
  const refused = answer?.ok === false ? answer : null;
  const messageOf = (name: Name) => formState.errors[name]?.message ?? refused?.fieldErrors?.[name];
  const problems = fieldNames.flatMap((name) => {
    const message = messageOf(name);
    return message ? [{ message, target: fieldIdFor(name) }] : [];
  });
  const otherErrors = refused && problems.length === 0 ? [{ message: refused.message }] : [];
  const [, existing] = refused?.code === "ALREADY_BOOKED" ? (/\b([0-9A-Z]{10})\b/.exec(refused.message) ?? []) : [];
  const field = (name: Name) => ({ id: fieldIdFor(name), ...register(name), error: messageOf(name) });

  async function onSubmit() {
    attempt.current ??= crypto.randomUUID();
    const done = await run({ slug, idempotencyKey: attempt.current, ...getValues() });
    if (!done) return;
    if (done.ok) router.push(`/organize/events/${encodeURIComponent(slug)}/attendees/${done.reference}` as Route);
    else if (!inconclusiveCodes.includes(done.code)) attempt.current = null;
  }

  return (
    <form method="post" onSubmit={handleSubmit(onSubmit)} noValidate className="grid gap-5">
      {problems.length + otherErrors.length > 0 ? (
        <ErrorSummary key={submitCount} title={guestForm.failedTitle} errors={[...otherErrors, ...problems]} />
      ) : null}
      {existing ? (
        <Link
          href={`/organize/events/${encodeURIComponent(slug)}/attendees/${existing}` as Route}
          className="inline-flex min-h-11 w-fit items-center font-semibold text-accent underline underline-offset-4"
        >
          {guestForm.openBooking(existing)}
        </Link>
      ) : null}
      <Field label={guestForm.name} autoComplete="off" dir="auto" {...field("name")} />
      <Field label={guestForm.email} type="email" autoComplete="off" hint={guestForm.emailHint} {...field("email")} />
      <div className="grid gap-5 sm:grid-cols-[minmax(0,1fr)_8rem]">
        <SelectField label={guestForm.ticketType} {...field("ticketTypeCode")}>
          {types.map((type) => (
            <option key={type.code} value={type.code}>
              {ticketTypeOption(type.name, formatPrice(type.price, currency), type.left)}
            </option>
          ))}
        </SelectField>
        <Field label={guestForm.tickets} type="number" inputMode="numeric" min={1} {...field("quantity")} />
      </div>
      <div>
        {types.some(({ price }) => price > 0) ? (
          <CheckboxField label={guestForm.free} hint={guestForm.freeHint} {...field("isFree")} />
        ) : null}
        <CheckboxField label={guestForm.sendEmail} {...field("sendsMail")} />
      </div>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" pending={pending}>
          {guestForm.submit}
        </Button>
        <ButtonLink href={`/organize/events/${encodeURIComponent(slug)}/attendees` as Route} variant="ghost">
          {guestForm.back}
        </ButtonLink>
      </div>
    </form>
  );
}

function useGuestForm(types: TicketTypeOption[]) {
  const form = useForm<GuestInput, unknown, unknown>({
    resolver: zodResolver(guestSchema),
    shouldFocusError: false,
    defaultValues: {
      name: "",
      email: "",
      ticketTypeCode: types[0]?.code ?? "",
      quantity: 1,
      isFree: true,
      sendsMail: true,
    },
  });
  return { ...form, submitCount: form.formState.submitCount };
}
