"use client";

import { useState } from "react";
import { seatsLeftOf, stateOf } from "@/components/events/sales-labels";
import { useQuery } from "@/components/ui/use-query";
import { parseChoice } from "@/lib/booking/choice";
import type { TicketPanelEvent } from "@/lib/events/ticket-panel-event";
import type { Availability } from "@/lib/events/types";

export type QuantityChoice = { value: number; max: number; set: (value: number) => void };

/** The quantity of each ticket type: as chosen on the page, else from `?tickets=`, else one if there is only one type. */
export function useChoice(event: TicketPanelEvent, live: Availability) {
  const [picked, setPicked] = useState<Record<string, number>>({});
  const fromAddress = parseChoice(useQuery("tickets"));
  const onSale = event.ticketTypes.filter((type) => stateOf(type, live) === "on_sale");
  const defaultQuantity = event.ticketTypes.length === 1 && fromAddress.length === 0 ? 1 : 0;

  const quantity = (code: string) =>
    picked[code] ?? fromAddress.find((item) => item.ticketTypeCode === code)?.quantity ?? defaultQuantity;
  const total = onSale.reduce((sum, type) => sum + quantity(type.code), 0);
  const remaining = Math.min(event.maxTicketsPerBooking, live.left) - total;

  return {
    total,
    price: onSale.reduce((sum, type) => sum + quantity(type.code) * type.price, 0),
    /** The chosen tickets of the types on sale. */
    items: onSale
      .map((type) => ({ ticketTypeCode: type.code, quantity: quantity(type.code) }))
      .filter((item) => item.quantity > 0),
    isRestored: fromAddress.length > 0 && Object.keys(picked).length === 0,
    /** Null where the type is not on sale. */
    of(code: string): QuantityChoice | null {
      const type = onSale.find((candidate) => candidate.code === code);
      if (!type) return null;
      const value = quantity(code);
      // Never below the chosen quantity: a choice that has become too large is not changed, and Reserve reports it.
      const max = Math.max(value, Math.min(seatsLeftOf(type, live), value + remaining));
      return { value, max, set: (next) => setPicked((known) => ({ ...known, [code]: next })) };
    },
  };
}

export type ChoiceState = ReturnType<typeof useChoice>;
