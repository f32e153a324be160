import { useId } from "react";
import { TicketRow } from "@/components/checkout/ticket-row";
import type { TicketPanelEvent } from "@/lib/events/ticket-panel-event";
import type { Availability } from "@/lib/events/types";
import { previewPanel } from "@/texts/event-editor";

/** The ticket types of a draft, without controls to choose tickets. */
export function PreviewPanel({ event, availability }: { event: TicketPanelEvent; availability: Availability }) {
  const titleId = useId();
  return (
    <section
      aria-labelledby={titleId}
      className="grid gap-5 rounded-card border border-line bg-surface p-5 shadow-lift sm:p-6"
    >
      <h2 id={titleId} className="text-2xl">
        {previewPanel.title}
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
        <p className="text-muted">{previewPanel.empty}</p>
      )}
      <p className="text-center text-sm text-muted text-pretty">{previewPanel.note}</p>
    </section>
  );
}
