import type { ReactNode } from "react";
import { SelectField } from "@/components/ui/field";
import type { Preview } from "@/lib/event-import/answers";
import type { ImportInHand } from "./use-import";

const orders = [
  { value: "day-first", label: "Day first" },
  { value: "month-first", label: "Month first" },
] as const;

/** Asked, as a guess would put half of the events on the wrong day. */
export function DateQuestion({ job, preview }: { job: ImportInHand; preview: Preview }) {
  const [example] = preview.questions.dateOrder;
  const { dateOrder } = job.options;
  if (example === undefined && dateOrder === null) return null;
  const [first = "", second = ""] = /\d+\D\d+/.exec(example ?? "3/4")?.[0].split(/\D/) ?? [];
  return (
    <fieldset className="grid gap-2 rounded-control bg-warning-soft px-4 py-3">
      <legend className="float-start font-semibold">
        {example === undefined ? (
          "What dates with two small numbers mean"
        ) : (
          <span>
            What is <bdi>{example}</bdi>?
          </span>
        )}
      </legend>
      <div className="clear-both flex flex-wrap gap-x-8">
        {orders.map(({ value, label }) => (
          <label key={value} className="flex min-h-11 items-center gap-3">
            <input
              type="radio"
              name="dateOrder"
              value={value}
              checked={dateOrder === value}
              onChange={() => job.change({ dateOrder: value })}
              className="size-5 accent-accent"
            />
            <span>{`${label}: ${meaning(value, first, second)}`}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function meaning(order: "day-first" | "month-first", first: string, second: string) {
  const [day, month] = order === "day-first" ? [first, second] : [second, first];
  const at = new Date(Date.UTC(2024, Number(month) - 1, Number(day)));
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" }).format(at);
}

/** Zones that a calendar calls by a name nobody else knows. */
export function ZoneQuestion({ job, preview, zones }: { job: ImportInHand; preview: Preview; zones: ReactNode }) {
  const answered = Object.keys(job.options.zones);
  const asked = [...new Set([...answered, ...preview.questions.zones])];
  if (asked.length === 0) return null;
  return (
    <fieldset className="grid grid-cols-1 gap-4 rounded-control bg-warning-soft px-4 py-3">
      <legend className="float-start font-semibold">Time zones that only this calendar knows</legend>
      <div className="clear-both grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {asked.slice(0, 20).map((name) => (
          <SelectField
            key={name}
            label={<bdi className="wrap-anywhere">{name}</bdi>}
            value={job.options.zones[name] ?? ""}
            onChange={(event) => job.change({ zones: { ...job.options.zones, [name]: event.target.value } })}
          >
            <option value="" disabled>
              Choose…
            </option>
            {zones}
          </SelectField>
        ))}
      </div>
    </fieldset>
  );
}
