import type { Metadata } from "next";
import { renderEditorChoices } from "@/components/organize/editor/editor-choices";
import { ImportWizard } from "@/components/organize/import/import-wizard";
import { Alert } from "@/components/ui/alert";
import { Container } from "@/components/ui/container";
import { requireOrganizers } from "@/lib/access/access";
import { noReimportAnswers } from "@/lib/event-import/reimport-options";
import { importPage } from "@/texts/import";

export const metadata: Metadata = { title: importPage.metaTitle };

export const instant = false;

export default async function ImportPage({ searchParams }: PageProps<"/organize/import">) {
  const { organizer } = await searchParams;
  const slug = typeof organizer === "string" ? organizer : undefined;
  const { viewer, organizers, chosen } = await requireOrganizers("events.edit", "/organize/import", slug);
  const timeZone = viewer.timeZone ?? "UTC";
  return (
    <Container width="wide" className="grid grid-cols-1 gap-8 pt-8">
      <header className="grid gap-2">
        <h1 className="text-3xl">{importPage.title}</h1>
        <p className="max-w-prose text-muted text-pretty">{importPage.intro}</p>
      </header>
      <noscript>
        <Alert tone="warning">{importPage.noScript}</Alert>
      </noscript>
      <ImportWizard
        organizers={organizers.map(({ slug: own, name }) => ({ slug: own, name }))}
        initial={{
          organizer: (chosen ?? organizers[0]).slug,
          mapping: null,
          encoding: null,
          dateOrder: null,
          zones: {},
          decimalMark: null,
          currencies: {},
          byPlace: { zone: true, currency: true },
          again: noReimportAnswers,
          skipPast: false,
          defaults: {
            timeZone,
            startTime: "09:00",
            endTime: "18:00",
            hours: "2",
            category: "community",
            country: "",
            venue: "",
            city: "",
            currency: "EUR",
            capacity: "100",
            price: "",
          },
        }}
        choices={renderEditorChoices({ timeZone, currency: "EUR" }, new Date())}
      />
    </Container>
  );
}
