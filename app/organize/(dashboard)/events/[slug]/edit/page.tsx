import type { Metadata } from "next";
import { DuplicateButton } from "@/components/organize/editor/duplicate-button";
import { renderEditorChoices } from "@/components/organize/editor/editor-choices";
import { EventEditor } from "@/components/organize/editor/event-editor";
import { Alert } from "@/components/ui/alert";
import { requireEvent } from "@/lib/access/access";
import { baseVersionOf, editorResultSchema } from "@/lib/event-editing/action-state";
import { getEditorEvent } from "@/lib/event-editing/queries";
import { routeParams } from "@/lib/names/route-params";
import { paymentProvider } from "@/lib/payments/provider-of-process";
import { readNoScriptResultAs } from "@/lib/requests/no-script-result";
import { editPage } from "@/texts/event-editor";

export const metadata: Metadata = { title: editPage.title };
export const instant = false;

export default async function EditEventPage({ params, searchParams }: PageProps<"/organize/events/[slug]/edit">) {
  const [{ slug }, { check }] = await Promise.all([routeParams(params), searchParams]);
  const { event: seen } = await requireEvent(slug, "events.edit");
  const { event, form, types } = await getEditorEvent(seen.id);
  // A result from before a later save is out of date; it is dropped below.
  const left = await readNoScriptResultAs(
    `/organize/events/${encodeURIComponent(event.slug)}/edit`,
    editorResultSchema,
  );
  const now = new Date();
  const mode = event.status === "draft" ? "draft" : event.endsAt <= now ? "past" : "published";
  const isCancelled = event.status === "cancelled";
  return (
    <div className="grid gap-8">
      <header className="flex flex-wrap items-start justify-between gap-4">
        <div className="grid gap-1">
          <h1 className="text-3xl">{editPage.title}</h1>
          {isCancelled ? null : <p className="text-muted">{editPage.hints[mode]}</p>}
        </div>
        <DuplicateButton slug={event.slug} />
      </header>
      {isCancelled ? (
        <Alert tone="warning" title={editPage.cancelledTitle}>
          {editPage.cancelledText}
        </Alert>
      ) : (
        <EventEditor
          key={`${event.slug} ${mode}`}
          mode={mode}
          start={{ slug: event.slug, version: event.version, form }}
          newKey=""
          organizers={[]}
          choices={renderEditorChoices(form, now, paymentProvider() !== null)}
          types={types}
          showMissing={check !== undefined}
          left={left && baseVersionOf(left) === event.version ? left : null}
        />
      )}
    </div>
  );
}
