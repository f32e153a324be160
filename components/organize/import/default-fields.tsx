import { zodResolver } from "@hookform/resolvers/zod";
import { type ReactNode, useEffect, useRef } from "react";
import { useForm } from "react-hook-form";
import { CheckboxField, Field, SelectField } from "@/components/ui/field";
import { type ImportDefaults, importDefaultsSchema } from "@/lib/event-import/options";
import { categories } from "@/lib/events/categories";
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
        <SelectField label="Time zone" {...field("timeZone")}>
          {choices.zones}
        </SelectField>
        <Field label="Default start time (all-day)" type="time" {...field("startTime")} />
        <Field label="Default end time (all-day)" type="time" {...field("endTime")} />
        <Field label="Duration in hours" hint="Used where there is no end." inputMode="numeric" {...field("hours")} />
        <SelectField label="Category" {...field("category")}>
          {Object.entries(categories).map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </SelectField>
        <Field label="Capacity" inputMode="numeric" {...field("capacity")} />
        <Field
          label="Price of a ticket"
          hint="Empty: add ticket types in each draft."
          inputMode="decimal"
          {...field("price")}
        />
        <SelectField label="Currency" {...field("currency")}>
          {choices.currencies}
        </SelectField>
        <Field label="Venue" hint="Optional." dir="auto" {...field("venue")} />
        <Field label="City" hint="Optional." dir="auto" {...field("city")} />
        <SelectField label="Country" {...field("country")}>
          <option value="">None</option>
          {choices.countries}
        </SelectField>
      </div>
      <CheckboxField
        label="Skip past events"
        hint={isTable ? undefined : "Series then begin with their next date."}
        checked={job.options.skipPast}
        onChange={(event) => job.change({ skipPast: event.target.checked })}
      />
    </form>
  );
}
