import type { Metadata } from "next";
import { renderEditorChoices } from "@/components/organize/editor/editor-choices";
import { NewEventEditor } from "@/components/organize/editor/new-event-editor";
import { Container } from "@/components/ui/container";
import { requireOrganizers } from "@/lib/access/access";
import { editorResultSchema } from "@/lib/event-editing/action-state";
import { getNewEventForm } from "@/lib/event-editing/queries";
import { paymentProvider } from "@/lib/payments/provider-of-process";
import { readNoScriptResultAs } from "@/lib/requests/no-script-result";
import { newEventPage } from "@/texts/event-editor";

export const metadata: Metadata = { title: newEventPage.title };
export const instant = false;

export default async function NewEventPage({ searchParams }: PageProps<"/organize/new-event">) {
  const { organizer } = await searchParams;
  const { viewer, organizers, chosen } = await requireOrganizers(
    "events.edit",
    "/organize/new-event",
    typeof organizer === "string" ? organizer : undefined,
  );
  const first = chosen ?? organizers[0];
  const others = organizers.filter(({ slug }) => slug !== first.slug);
  const form = await getNewEventForm(first.organizerId, viewer.timeZone);
  return (
    <Container width="wide" className="grid gap-8 pt-8">
      <header className="grid gap-1">
        <h1 className="text-3xl">{newEventPage.title}</h1>
        <p className="text-muted">{newEventPage.intro}</p>
      </header>
      <NewEventEditor
        start={{ slug: null, version: 1, form }}
        newKey={crypto.randomUUID()}
        organizers={[first, ...others].map(({ slug, name }) => ({ slug, name }))}
        choices={renderEditorChoices(form, new Date(), paymentProvider() !== null)}
        left={await readNoScriptResultAs("/organize/new-event", editorResultSchema)}
      />
    </Container>
  );
}
