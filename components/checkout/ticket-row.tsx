import { useId } from "react";
import { SaleWindow } from "@/components/events/sale-window";
import { stateOf, ticketTypeStatus } from "@/components/events/sales-labels";
import { QuantityStepper } from "@/components/ui/quantity-stepper";
import { quantityField } from "@/lib/booking/choice";
import type { PanelTicketType, TicketPanelEvent } from "@/lib/events/ticket-panel-event";
import type { Availability } from "@/lib/events/types";
import { formatPrice } from "@/lib/money/format";
import { ticketRow } from "@/texts/checkout";
import type { QuantityChoice } from "./use-choice";

/** One ticket type: name, price, availability and quantity. */
export function TicketRow({
  type,
  event,
  live,
  quantity,
  isCovered,
}: {
  type: PanelTicketType;
  event: TicketPanelEvent;
  live: Availability;
  quantity: QuantityChoice | null;
  isCovered: boolean;
}) {
  const nameId = useId();
  const status = ticketTypeStatus(type, live);
  const isGone = stateOf(type, live) === "sold_out" || stateOf(type, live) === "closed";

  return (
    <li className="grid min-h-21 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 py-4">
      <div className="grid gap-0.5">
        <p id={nameId} className={`font-semibold ${isGone ? "text-muted" : ""}`}>
          <bdi>{type.name}</bdi>
        </p>
        {type.description ? (
          <p className="text-sm text-muted text-pretty">
            <bdi>{type.description}</bdi>
          </p>
        ) : null}
        <p className="flex flex-wrap gap-x-1.5 tabular-nums">
          <span>{formatPrice(type.price, event.currency)}</span>
          {status ? (
            <>
              <span aria-hidden="true" className="text-muted">
                {"·"}
              </span>
              <span className="text-muted">{status}</span>
            </>
          ) : null}
        </p>
      </div>
      {quantity ? (
        <fieldset aria-labelledby={nameId} inert={isCovered} className={isCovered ? "invisible" : ""}>
          <QuantityStepper
            name={quantityField(type.code)}
            label={ticketRow.quantityLabel}
            min={0}
            max={quantity.max}
            value={quantity.value}
            onChange={quantity.set}
          />
        </fieldset>
      ) : null}
      <SaleWindow type={type} timeZone={event.timeZone} className="col-span-2 text-sm text-muted" />
    </li>
  );
}
