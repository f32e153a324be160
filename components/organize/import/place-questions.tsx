import type { ImportPreview } from "@/lib/event-import/dto";
import { placeQuestions } from "@/texts/import";
import { Choice } from "./choice";
import type { ImportJob } from "./use-import";

/** Asks about rows without a zone or currency whose place has another one than the default. */
export function PlaceQuestions({ job, preview }: { job: ImportJob; preview: ImportPreview }) {
  const { byPlace, defaults } = job.options;
  const { placeZones, placeCurrencies } = preview.questions;
  const decide = (changes: Partial<typeof byPlace>) => job.change({ byPlace: { ...byPlace, ...changes } });
  return (
    <>
      {placeZones ? (
        <Choice
          name="placeZones"
          question={placeQuestions.zoneTitle(placeZones.rows, preview.format, defaults.timeZone)}
          hint={<bdi>{placeZones.examples.join(" · ")}</bdi>}
          choices={[
            { value: "place", label: placeQuestions.placeZone },
            { value: "default", label: placeQuestions.forAll(defaults.timeZone) },
          ]}
          chosen={byPlace.zone ? "place" : "default"}
          onChoose={(by) => decide({ zone: by === "place" })}
        />
      ) : null}
      {placeCurrencies ? (
        <Choice
          name="placeCurrencies"
          question={placeQuestions.currencyTitle(placeCurrencies.rows, preview.format, defaults.currency)}
          hint={<bdi>{placeCurrencies.examples.join(" · ")}</bdi>}
          choices={[
            { value: "place", label: placeQuestions.placeCurrency },
            { value: "default", label: placeQuestions.forAll(defaults.currency) },
          ]}
          chosen={byPlace.currency ? "place" : "default"}
          onChoose={(by) => decide({ currency: by === "place" })}
        />
      ) : null}
    </>
  );
}
