import { SelectField } from "@/components/ui/field";
import type { ImportPreview } from "@/lib/event-import/dto";
import { type ColumnMapping, fieldNames, type ImportField, importFields } from "@/lib/event-import/fields";
import { columnFields } from "@/texts/import";
import type { ImportJob } from "./use-import";

const NONE = "";
const requiredFields: ImportField[] = ["name", "startsAt"];

/** The column of each field, with samples of its cells. */
export function ColumnFields({ job, preview }: { job: ImportJob; preview: ImportPreview }) {
  const mapping = job.options.mapping ?? preview.mapping;
  const columns = preview.columns.map(({ header }, at) => ({ header, at }));
  const choose = (field: ImportField, chosen: string) => {
    const next: ColumnMapping = { ...mapping };
    if (chosen === NONE) delete next[field];
    else next[field] = Number(chosen);
    job.change({ mapping: next });
  };
  return (
    <div className="grid grid-cols-1 items-start gap-x-5 gap-y-4 *:min-w-0 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
      {fieldNames.map((field) => {
        const column = mapping[field];
        const samples = column === undefined ? [] : (preview.columns[column]?.samples ?? []);
        const isMissing = requiredFields.includes(field) && column === undefined;
        return (
          <SelectField
            key={field}
            label={importFields[field].label}
            value={column === undefined ? NONE : String(column)}
            error={isMissing ? columnFields.missing : undefined}
            hint={samples.length > 0 ? <Samples samples={samples} /> : undefined}
            onChange={(event) => choose(field, event.target.value)}
          >
            <option value={NONE}>{columnFields.none}</option>
            {columns.map(({ header, at }) => (
              <option key={at} value={at}>
                {header || columnFields.column(at + 1)}
              </option>
            ))}
          </SelectField>
        );
      })}
    </div>
  );
}

function Samples({ samples }: { samples: string[] }) {
  return (
    <span dir="auto" className="line-clamp-1 wrap-anywhere">
      {samples.join(" · ")}
    </span>
  );
}
