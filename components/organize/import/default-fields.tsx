import { zodResolver } from "@hookform/resolvers/zod";
import { type ReactNode, useEffect, useRef } from "react";
import { useForm } from "react-hook-form";
import { CheckboxField, Field, SelectField } from "@/components/ui/field";
import { type ImportDefaults, importDefaultsSchema } from "@/lib/event-import/options";
import { categories } from "@/lib/events/categories";
import { defaultFields } from "@/texts/import";
import type { ImportJob } from "./use-import";

type Props = {
  job: ImportJob;
  choices: { zones: ReactNode; countries: ReactNode; currencies: ReactNode };
  isTable: boolean;
};

/** What is taken where the file says nothing. Read anew as soon as it is right. */
export function DefaultFields({ job, choices, isTable }: Props) {
  const { register, subscribe, handleSubmit, formState } = useForm({
    resolver: zodResolver(importDefaultsSchema),
    defaultValues: job.options.defaults,
    mode: "onChange",
  });
  const latest = useRef(job);
  useEffect(() => {
    latest.current = job;
  });
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: () => void handleSubmit((defaults: ImportDefaults) => latest.current.change({ defaults }))(),
      }),
    [subscribe, handleSubmit],
  );
  const field = (name: keyof ImportDefaults) => ({ ...register(name), error: formState.errors[name]?.message });
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()} className="grid grid-cols-1 gap-5">
      <div className="grid grid-cols-1 items-start gap-x-5 gap-y-4 *:min-w-0 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
        <SelectField label={defaultFields.timeZone} {...field("timeZone")}>
          {choices.zones}
        </SelectField>
        <Field label={defaultFields.defaultStartTimeAllDay} type="time" {...field("startTime")} />
        <Field label={defaultFields.defaultEndTimeAllDay} type="time" {...field("endTime")} />
        <Field
          label={defaultFields.durationInHours}
          hint={defaultFields.usedWhereThereIsNo}
          inputMode="numeric"
          {...field("hours")}
        />
        <SelectField label={defaultFields.category} {...field("category")}>
          {Object.entries(categories).map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </SelectField>
        <Field label={defaultFields.capacity} inputMode="numeric" {...field("capacity")} />
        <Field
          label={defaultFields.priceOfTicket}
          hint={defaultFields.emptyAddTicketTypesIn}
          inputMode="decimal"
          {...field("price")}
        />
        <SelectField label={defaultFields.currency} {...field("currency")}>
          {choices.currencies}
        </SelectField>
        <Field label={defaultFields.venue} hint={defaultFields.optional} dir="auto" {...field("venue")} />
        <Field label={defaultFields.city} hint={defaultFields.optional} dir="auto" {...field("city")} />
        <SelectField label={defaultFields.country} {...field("country")}>
          <option value="">{defaultFields.none}</option>
          {choices.countries}
        </SelectField>
      </div>
      <CheckboxField
        label={defaultFields.skipPastEvents}
        hint={isTable ? undefined : defaultFields.seriesThenBeginWithTheir}
        checked={job.options.skipPast}
        onChange={(event) => job.change({ skipPast: event.target.checked })}
      />
    </form>
  );
}
