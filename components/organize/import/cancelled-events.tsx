import { useId } from "react";
import type { ImportPreview } from "@/lib/event-import/dto";
import { cancelledEvents } from "@/texts/import";
import { ExistingEventLine } from "./existing-event-line";
import { ShowMoreList } from "./show-more-list";

/** Events that are cancelled in the calendar. Organizers cancel them on the event's page, which shows the bookings. */
export function CancelledEvents({ preview }: { preview: ImportPreview }) {
  const { cancelled } = preview.again;
  const titleId = useId();
  if (cancelled.length === 0) return null;
  return (
    <section aria-labelledby={titleId} className="grid gap-3">
      <h3 id={titleId} className="text-xl">
        {cancelledEvents.title}
      </h3>
      <p className="max-w-prose text-muted text-pretty">{cancelledEvents.intro}</p>
      <div className="rounded-card border border-line bg-surface">
        <ShowMoreList items={cancelled}>
          {({ here }) => (
            <li key={here.slug} className="border-b border-line px-5 py-4 last:border-0">
              <ExistingEventLine here={here} />
            </li>
          )}
        </ShowMoreList>
      </div>
    </section>
  );
}
