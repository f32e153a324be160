import type { ReactNode } from "react";
import { SelectField } from "@/components/ui/field";
import { RichText } from "@/components/ui/rich-text";
import type { ImportPreview } from "@/lib/event-import/dto";
import { currencyQuestions, itemCount, questionTexts } from "@/texts/import";
import type { ImportJob } from "./use-import";

type Props = { job: ImportJob; preview: ImportPreview; currencies: ReactNode };

/** Asks about marks such as "€" and "kr" that may not mean the default currency. */
export function CurrencyQuestions({ job, preview, currencies }: Props) {
  const asked = preview.questions.currencies;
  if (asked.length === 0) return null;
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-3 rounded-control bg-warning-soft px-4 py-3">
      <legend className="float-start font-semibold">{currencyQuestions.title}</legend>
      <div className="clear-both grid grid-cols-1 gap-4 *:min-w-0 sm:grid-cols-2 lg:grid-cols-3">
        {asked.map(({ mark, rows, codes, chosen }) => (
          <SelectField
            key={mark}
            label={
              <span>
                <RichText
                  text={questionTexts.nameInRows}
                  values={{ name: <bdi>{mark}</bdi>, rows: itemCount(rows, preview.format) }}
                />
              </span>
            }
            value={chosen ?? ""}
            onChange={(event) => job.change({ currencies: { ...job.options.currencies, [mark]: event.target.value } })}
          >
            <option value="" disabled>
              {questionTexts.choose}
            </option>
            {codes.map((code) => (
              <option key={code} value={code}>
                {code}
              </option>
            ))}
            {codes.length > 0 ? <optgroup label={currencyQuestions.all}>{currencies}</optgroup> : currencies}
          </SelectField>
        ))}
      </div>
    </fieldset>
  );
}
