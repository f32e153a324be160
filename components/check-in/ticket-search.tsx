"use client";

import { Check, Search } from "lucide-react";
import { useId, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { inputClasses } from "@/components/ui/control-classes";
import { EmptyState } from "@/components/ui/empty-state";
import { formatCheckIn } from "@/lib/check-in/check-in-messages";
import { isSameCheckIn } from "@/lib/check-in/event-day";
import type { CheckInSession } from "./check-in-session";
import type { CheckInEvent, CheckInState } from "./check-in-types";
import { parseEventDates } from "./decide-offline";
import { findTicketsByName } from "./find-tickets-by-name";
import { useNow } from "./use-now";

const MAX_SHOWN = 40;

/** Somebody without a ticket at hand: found by name on this device's own list, with or without a network. */
export function TicketSearch({
  door,
  state,
  event,
}: {
  door: CheckInSession;
  state: CheckInState;
  event: CheckInEvent;
}) {
  const id = useId();
  const [name, setName] = useState("");
  const { manifest } = state;
  const tickets = door.listTickets();
  const found = useMemo(() => findTicketsByName(tickets, name), [tickets, name]);
  const shown = found.slice(0, MAX_SHOWN);
  const now = useNow();
  const isIn = (at: string) => now === null || isSameCheckIn(new Date(at), now, parseEventDates(event));

  return (
    <section
      aria-label="List of tickets"
      className="mx-auto grid w-full max-w-3xl flex-1 content-start gap-3 px-4 pb-4"
    >
      <div className="sticky top-14 z-10 grid gap-1.5 bg-canvas pt-4 pb-2">
        <label htmlFor={id} className="font-semibold">
          Find by name
        </label>
        <div className="relative">
          <Search aria-hidden="true" className="absolute start-3.5 top-3.5 size-5 text-muted" />
          <input
            id={id}
            type="search"
            value={name}
            onChange={({ target }) => setName(target.value)}
            autoComplete="off"
            maxLength={100}
            className={`${inputClasses} ps-11`}
          />
        </div>
        <p role="status" className="text-sm text-muted">
          {!manifest
            ? "The list comes with the first connection."
            : found.length > MAX_SHOWN
              ? `The first ${MAX_SHOWN} of ${found.length.toLocaleString("en-GB")}. Type more of the name.`
              : found.length === 1
                ? "1 ticket"
                : `${found.length} tickets`}
        </p>
      </div>
      {manifest && found.length === 0 ? (
        <EmptyState title={name ? "Nobody by this name" : "No tickets yet"}>
          {name ? "Try a part of the name, or scan the ticket." : "Tickets appear here as they are booked."}
        </EmptyState>
      ) : (
        <ul aria-label="Tickets" className="divide-y divide-line">
          {shown.map(({ fingerprint, holderName, type, isVoid, admission }) => (
            <li key={fingerprint} className="flex min-h-16 items-center gap-3 py-2">
              <div className="min-w-0 flex-1">
                <p
                  dir="auto"
                  translate={holderName ? "no" : undefined}
                  className={`font-semibold wrap-anywhere ${isVoid ? "text-muted line-through" : ""}`}
                >
                  {holderName || "Not on the list yet"}
                </p>
                <p className="text-sm text-muted">
                  <bdi>{door.ticketTypeName(type)}</bdi>
                  <span>
                    {isVoid ? " · no longer valid" : admission ? ` · let in ${formatCheckIn(admission, event)}` : ""}
                  </span>
                </p>
              </div>
              {isVoid ? null : admission && isIn(admission.at) ? (
                <span className="flex items-center gap-1.5 px-2 text-sm font-semibold text-accent">
                  <Check aria-hidden="true" strokeWidth={3} className="size-4" />
                  In
                </span>
              ) : (
                <Button
                  variant="secondary"
                  size="sm"
                  aria-label={`Let in ${holderName || "this ticket"}`}
                  onClick={() => void door.scan({ fingerprint })}
                >
                  Let in
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
