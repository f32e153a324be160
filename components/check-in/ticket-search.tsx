"use client";

import { Check, Search } from "lucide-react";
import { useId, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { inputClasses } from "@/components/ui/control-classes";
import { EmptyState } from "@/components/ui/empty-state";
import { formatCheckIn } from "@/lib/check-in/check-in-messages";
import { isSameCheckIn } from "@/lib/check-in/event-day";
import { ticketSearch } from "@/texts/check-in";
import type { CheckInSession } from "./check-in-session";
import type { CheckInEvent, CheckInState } from "./check-in-types";
import { parseEventDates } from "./decide-offline";
import { findTicketsByName } from "./find-tickets-by-name";
import { useNow } from "./use-now";

const MAX_SHOWN = 40;

/** Finds tickets by name on this device's list, online or offline. */
export function TicketSearch({
  session,
  state,
  event,
}: {
  session: CheckInSession;
  state: CheckInState;
  event: CheckInEvent;
}) {
  const id = useId();
  const [name, setName] = useState("");
  const { manifest } = state;
  const tickets = session.listTickets();
  const found = useMemo(() => findTicketsByName(tickets, name), [tickets, name]);
  const shown = found.slice(0, MAX_SHOWN);
  const now = useNow();
  const isIn = (at: string) => now === null || isSameCheckIn(new Date(at), now, parseEventDates(event));

  return (
    <section
      aria-label={ticketSearch.title}
      className="mx-auto grid w-full max-w-3xl flex-1 content-start gap-3 px-4 pb-4"
    >
      <div className="sticky top-14 z-10 grid gap-1.5 bg-canvas pt-4 pb-2">
        <label htmlFor={id} className="font-semibold">
          {ticketSearch.search}
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
            ? ticketSearch.noList
            : found.length > MAX_SHOWN
              ? ticketSearch.tooMany(MAX_SHOWN, found.length)
              : ticketSearch.count(found.length)}
        </p>
      </div>
      {manifest && found.length === 0 ? (
        <EmptyState title={name ? ticketSearch.noMatchesTitle : ticketSearch.emptyTitle}>
          {name ? ticketSearch.noMatches : ticketSearch.empty}
        </EmptyState>
      ) : (
        <ul aria-label={ticketSearch.list} className="divide-y divide-line">
          {shown.map(({ fingerprint, holderName, type, isVoid, admission }) => (
            <li key={fingerprint} className="flex min-h-16 items-center gap-3 py-2">
              <div className="min-w-0 flex-1">
                <p
                  dir="auto"
                  translate={holderName ? "no" : undefined}
                  className={`font-semibold wrap-anywhere ${isVoid ? "text-muted line-through" : ""}`}
                >
                  {holderName || ticketSearch.unlisted}
                </p>
                <p className="text-sm text-muted">
                  <bdi>{session.ticketTypeName(type)}</bdi>
                  {isVoid || admission ? (
                    <span>
                      {" · "}
                      <span>
                        {isVoid || !admission
                          ? ticketSearch.noLongerValid
                          : ticketSearch.checkedIn(formatCheckIn(admission, event))}
                      </span>
                    </span>
                  ) : null}
                </p>
              </div>
              {isVoid ? null : admission && isIn(admission.at) ? (
                <span className="flex items-center gap-1.5 px-2 text-sm font-semibold text-accent">
                  <Check aria-hidden="true" strokeWidth={3} className="size-4" />
                  {ticketSearch.in}
                </span>
              ) : (
                <Button
                  variant="secondary"
                  size="sm"
                  aria-label={ticketSearch.letInLabel(holderName || ticketSearch.thisTicket)}
                  onClick={() => void session.scan({ fingerprint })}
                >
                  {ticketSearch.letIn}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
