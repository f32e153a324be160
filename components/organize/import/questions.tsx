import type { ReactNode } from "react";
import { SelectField } from "@/components/ui/field";
import { RichText } from "@/components/ui/rich-text";
import type { ImportPreview } from "@/lib/event-import/dto";
import { itemCount, questionTexts } from "@/texts/import";
import { Choice } from "./choice";
import { CurrencyQuestions } from "./currency-questions";
import { EncodingQuestion } from "./encoding-question";
import { likelyZones } from "./likely-zones";
import { PlaceQuestions } from "./place-questions";
import type { ImportJob } from "./use-import";

type Props = { job: ImportJob; preview: ImportPreview };

/** Whether there are questions about a file, answered or not: answers can be changed. */
export function hasQuestions({ options }: ImportJob, { questions }: ImportPreview): boolean {
  return (
    questions.encoding !== null ||
    questions.dateOrder.length > 0 ||
    options.dateOrder !== null ||
    questions.amounts.length > 0 ||
    options.decimalMark !== null ||
    questions.currencies.length > 0 ||
    Object.keys(questions.zoneRows).length > 0 ||
    questions.placeZones !== null ||
    questions.placeCurrencies !== null
  );
}

/** The questions about a file, each kind once for all of its rows. */
export function FileQuestions({
  job,
  preview,
  zones,
  currencies,
}: Props & { zones: ReactNode; currencies: ReactNode }) {
  const { encoding } = preview.questions;
  return (
    <>
      {encoding ? <EncodingQuestion job={job} question={encoding} /> : null}
      <DateQuestion job={job} preview={preview} />
      <ZoneQuestion job={job} preview={preview} zones={zones} />
      <CurrencyQuestions job={job} preview={preview} currencies={currencies} />
      <AmountQuestion job={job} preview={preview} />
      <PlaceQuestions job={job} preview={preview} />
    </>
  );
}

const orders = [
  { value: "day-first", labelFor: questionTexts.dayFirst },
  { value: "month-first", labelFor: questionTexts.monthFirst },
] as const;

/** A wrong guess would put half of the events on the wrong day. */
function DateQuestion({ job, preview }: Props) {
  const [example] = preview.questions.dateOrder;
  const { dateOrder } = job.options;
  if (example === undefined && dateOrder === null) return null;
  const [first = "", second = ""] = /\d+\D\d+/.exec(example ?? "3/4")?.[0].split(/\D/) ?? [];
  return (
    <Choice
      name="dateOrder"
      question={<ExampleQuestion example={example} otherwise={questionTexts.dates} />}
      choices={orders.map(({ value, labelFor }) => ({ value, label: labelFor(formatMeaning(value, first, second)) }))}
      chosen={dateOrder}
      onChoose={(chosen) => job.change({ dateOrder: chosen })}
    />
  );
}

function ExampleQuestion({ example, otherwise }: { example: string | undefined; otherwise: string }) {
  if (example === undefined) return <span>{otherwise}</span>;
  return (
    <span>
      <RichText text={questionTexts.example} values={{ example: <bdi>{example}</bdi> }} />
    </span>
  );
}

function formatMeaning(order: "day-first" | "month-first", first: string, second: string) {
  const [day, month] = order === "day-first" ? [first, second] : [second, first];
  const at = new Date(Date.UTC(2024, Number(month) - 1, Number(day)));
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" }).format(at);
}

/** Three digits after a mark can be thousands or a fraction. */
function AmountQuestion({ job, preview }: Props) {
  const [example] = preview.questions.amounts;
  const { decimalMark } = job.options;
  if (example === undefined && decimalMark === null) return null;
  const [, units = "12", mark = ".", digits = "345"] = /(\d+)([.,])(\d{3})/.exec(example ?? "") ?? [];
  const [decimal, grouping] = mark === "." ? ([".", ","] as const) : ([",", "."] as const);
  return (
    <Choice
      name="decimalMark"
      question={<ExampleQuestion example={example} otherwise={questionTexts.amounts} />}
      choices={[
        { value: grouping, label: questionTexts.thousands(formatAmount(`${units}${digits}`)) },
        { value: decimal, label: questionTexts.fraction(formatAmount(`${units}.${digits}`)) },
      ]}
      chosen={decimalMark}
      onChoose={(chosen) => job.change({ decimalMark: chosen })}
    />
  );
}

const formatAmount = (amount: string) => Number(amount).toLocaleString("en-GB", { maximumFractionDigits: 3 });

/** Ambiguous zone names: abbreviations, offsets, or names that only one calendar uses. */
function ZoneQuestion({ job, preview, zones }: Props & { zones: ReactNode }) {
  const asked = Object.entries(preview.questions.zoneRows);
  if (asked.length === 0) return null;
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-3 rounded-control bg-warning-soft px-4 py-3">
      <legend className="float-start font-semibold">{questionTexts.zones}</legend>
      <div className="clear-both grid grid-cols-1 gap-4 *:min-w-0 sm:grid-cols-2 lg:grid-cols-3">
        {asked.map(([name, rows]) => (
          <SelectField
            key={name}
            label={
              <span className="wrap-anywhere">
                <RichText
                  text={questionTexts.nameInRows}
                  values={{ name: <bdi>{name}</bdi>, rows: itemCount(rows, preview.format) }}
                />
              </span>
            }
            value={job.options.zones[name] ?? ""}
            onChange={(event) => job.change({ zones: { ...job.options.zones, [name]: event.target.value } })}
          >
            <option value="" disabled>
              {questionTexts.choose}
            </option>
            {likelyZones(name).map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll("_", " ")}
              </option>
            ))}
            {zones}
          </SelectField>
        ))}
      </div>
    </fieldset>
  );
}
