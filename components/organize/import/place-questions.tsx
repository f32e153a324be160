import type { ImportPreview } from "@/lib/event-import/dto";
import { Choice } from "./choice";
import { formatRowCount } from "./currency-questions";
import type { ImportJob } from "./use-import";

/** Rows without a zone or currency of their own, at places that have another one than the defaults. */
export function PlaceQuestions({ job, preview }: { job: ImportJob; preview: ImportPreview }) {
  const { byPlace, defaults } = job.options;
  const { placeZones, placeCurrencies } = preview.questions;
  const decide = (changes: Partial<typeof byPlace>) => job.change({ byPlace: { ...byPlace, ...changes } });
  return (
    <>
      {placeZones ? (
        <Choice
          name="placeZones"
          question={`${formatRowCount(placeZones.rows, preview.format)} without a time zone, at places outside ${defaults.timeZone}`}
          hint={<bdi>{placeZones.examples.join(" · ")}</bdi>}
          choices={[
            { value: "place", label: "Use the time zone of the place" },
            { value: "default", label: `Use ${defaults.timeZone} for all` },
          ]}
          chosen={byPlace.zone ? "place" : "default"}
          onChoose={(by) => decide({ zone: by === "place" })}
        />
      ) : null}
      {placeCurrencies ? (
        <Choice
          name="placeCurrencies"
          question={`${formatRowCount(placeCurrencies.rows, preview.format)} without a currency, in countries that don’t use ${defaults.currency}`}
          hint={<bdi>{placeCurrencies.examples.join(" · ")}</bdi>}
          choices={[
            { value: "place", label: "Use the currency of the country" },
            { value: "default", label: `Use ${defaults.currency} for all` },
          ]}
          chosen={byPlace.currency ? "place" : "default"}
          onChoose={(by) => decide({ currency: by === "place" })}
        />
      ) : null}
    </>
  );
}
