import { useId } from "react";
import { TicketRow } from "@/components/checkout/ticket-row";
import type { TicketPanelEvent } from "@/lib/events/ticket-panel-event";
import type { Availability } from "@/lib/events/types";
import { previewPanel } from "@/texts/event-editor";

/** Where tickets will be chosen: what there is, and nothing to choose yet. */
export function PreviewPanel({ event, availability }: { event: TicketPanelEvent; availability: Availability }) {
  const titleId = useId();
  return (
    <section
      aria-labelledby={titleId}
      className="grid gap-5 rounded-card border border-line bg-surface p-5 shadow-lift sm:p-6"
    >
      <h2 id={titleId} className="text-2xl">
        {previewPanel.tickets}
      </h2>
      {event.ticketTypes.length > 0 ? (
        <ul className="grid divide-y divide-line border-y border-line">
          {event.ticketTypes.map((type) => (
            <TicketRow
              key={type.code}
              type={type}
              event={event}
              live={availability}
              quantity={null}
              isCovered={false}
            />
          ))}
        </ul>
      ) : (
        <p className="text-muted">{previewPanel.noTicketTypesYet}</p>
      )}
      <p className="text-center text-sm text-muted text-pretty">{previewPanel.onceItIsPublishedPeople}</p>
    </section>
  );
}
