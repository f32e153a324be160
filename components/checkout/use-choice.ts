"use client";

import { useState } from "react";
import { seatsLeftOf, stateOf } from "@/components/events/sales-labels";
import { useQuery } from "@/components/ui/use-query";
import { parseChoice } from "@/lib/booking/choice";
import type { TicketPanelEvent } from "@/lib/events/ticket-panel-event";
import type { Availability } from "@/lib/events/types";

export type QuantityChoice = { value: number; max: number; set: (value: number) => void };

/** How many of each ticket type are picked: by hand, else as the address says, else one where there is one type. */
export function useChoice(event: TicketPanelEvent, live: Availability) {
  const [picked, setPicked] = useState<Record<string, number>>({});
  const fromAddress = parseChoice(useQuery("tickets"));
  const onSale = event.ticketTypes.filter((type) => stateOf(type, live) === "on_sale");
  const otherwise = event.ticketTypes.length === 1 && fromAddress.length === 0 ? 1 : 0;

  const quantity = (code: string) =>
    picked[code] ?? fromAddress.find((item) => item.ticketTypeCode === code)?.quantity ?? otherwise;
  const total = onSale.reduce((sum, type) => sum + quantity(type.code), 0);
  const free = Math.min(event.maxTicketsPerBooking, live.left) - total;

  return {
    total,
    price: onSale.reduce((sum, type) => sum + quantity(type.code) * type.price, 0),
    /** What is picked of the types that are on sale. */
    items: onSale
      .map((type) => ({ ticketTypeCode: type.code, quantity: quantity(type.code) }))
      .filter((item) => item.quantity > 0),
    isRestored: fromAddress.length > 0 && Object.keys(picked).length === 0,
    /** Null where the type is not on sale. */
    of(code: string): QuantityChoice | null {
      const type = onSale.find((candidate) => candidate.code === code);
      if (!type) return null;
      const value = quantity(code);
      // Never below what is picked: if it has become too much, Reserve says so, and nothing changes by itself.
      const max = Math.max(value, Math.min(seatsLeftOf(type, live), value + free));
      return { value, max, set: (next) => setPicked((known) => ({ ...known, [code]: next })) };
    },
  };
}

export type ChoiceState = ReturnType<typeof useChoice>;
