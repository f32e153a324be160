import { zodResolver } from "@hookform/resolvers/zod";
import { type ReactNode, useEffect, useRef } from "react";
import { useForm } from "react-hook-form";
import { CheckboxField, Field, SelectField } from "@/components/ui/field";
import { type ImportDefaults, importDefaultsSchema } from "@/lib/event-import/options";
import { categories } from "@/lib/events/categories";
import { defaultFields, importFieldLabels } from "@/texts/import";
import type { ImportJob } from "./use-import";

type Props = {
  job: ImportJob;
  choices: { zones: ReactNode; countries: ReactNode; currencies: ReactNode };
  isTable: boolean;
};

/** The defaults for values that the file leaves out. Valid changes update the preview at once. */
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
        <SelectField label={importFieldLabels.timeZone} {...field("timeZone")}>
          {choices.zones}
        </SelectField>
        <Field label={defaultFields.startTime} type="time" {...field("startTime")} />
        <Field label={defaultFields.endTime} type="time" {...field("endTime")} />
        <Field label={defaultFields.hours} hint={defaultFields.hoursHint} inputMode="numeric" {...field("hours")} />
        <SelectField label={importFieldLabels.category} {...field("category")}>
          {Object.entries(categories).map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </SelectField>
        <Field label={importFieldLabels.capacity} inputMode="numeric" {...field("capacity")} />
        <Field label={defaultFields.price} hint={defaultFields.priceHint} inputMode="decimal" {...field("price")} />
        <SelectField label={importFieldLabels.currency} {...field("currency")}>
          {choices.currencies}
        </SelectField>
        <Field label={importFieldLabels.venue} hint={defaultFields.optional} dir="auto" {...field("venue")} />
        <Field label={importFieldLabels.city} hint={defaultFields.optional} dir="auto" {...field("city")} />
        <SelectField label={importFieldLabels.country} {...field("country")}>
          <option value="">{defaultFields.none}</option>
          {choices.countries}
        </SelectField>
      </div>
      <CheckboxField
        label={defaultFields.skipPast}
        hint={isTable ? undefined : defaultFields.skipPastHint}
        checked={job.options.skipPast}
        onChange={(event) => job.change({ skipPast: event.target.checked })}
      />
    </form>
  );
}
