"use client";

import { useActionState, useId, useRef, useState } from "react";
import { firstOpeningOf, stateBadges } from "@/components/events/sales-labels";
import { FailureNotice } from "@/components/forms/failure-notice";
import { useSubmission } from "@/components/forms/use-submission";
import { Badge } from "@/components/ui/badge";
import { AdmittedNote } from "@/components/waiting-room/admitted-note";
import { RoomNotice } from "@/components/waiting-room/room-notice";
import { useAdmittedUntil } from "@/components/waiting-room/use-admitted-until";
import { JoinForm } from "@/components/waitlist/join-form";
import { WaitlistAside } from "@/components/waitlist/waitlist-aside";
import { type CheckoutFailure, type CheckoutRedirect, noTicketsChosen } from "@/lib/checkout/action-state";
import { reserveAction } from "@/lib/checkout/actions";
import type { TicketPanelEvent } from "@/lib/events/ticket-panel-event";
import type { Availability } from "@/lib/events/types";
import { ticketPanel } from "@/texts/checkout";
import { ClosedNote } from "./closed-note";
import { Overlay } from "./overlay";
import { ReserveBar } from "./reserve-bar";
import { TicketRow } from "./ticket-row";
import { useAvailability } from "./use-availability";
import { useChoice } from "./use-choice";
import { useConsistentAvailability } from "./use-consistent-availability";
import { useViewerStatus } from "./use-viewer-status";
import { ViewerStatusNotice } from "./viewer-status-notice";

/**
 * Prices, what is left, and the way to a ticket. The page around it is one static file for everybody, so what is
 * left and what the viewer already has are asked for here, and take the place of what was there.
 */
export function TicketPanel({ event, initial }: { event: TicketPanelEvent; initial: Availability }) {
  // The router keeps pages that were left in the document, hidden: a fixed id would be there twice.
  const titleId = useId();
  const [opening, setOpening] = useState(() => firstOpeningOf(event, initial));
  const { live: latest, skew, refresh, refreshSoon } = useAvailability(event.slug, initial, opening);
  const { mine, refresh: refreshMine } = useViewerStatus(event.slug);
  const live = useConsistentAvailability(latest, mine, refreshMine);
  const nextOpening = firstOpeningOf(event, live);
  if (nextOpening !== opening) setOpening(nextOpening);

  const refreshAll = () => {
    refresh();
    refreshMine();
  };
  const title = useRef<HTMLHeadingElement>(null);
  /** After joining or leaving, the button that had the focus is gone: it goes to the top of what took its place. */
  const settle = (answer?: { ok: boolean } | null) => {
    refreshAll();
    if (answer?.ok) title.current?.focus();
  };
  const choice = useChoice(event, live);
  const [posted, formAction] = useActionState(reserveAction, null);
  const { answer, pending, send } = useSubmission<CheckoutRedirect>(reserveAction, posted, (answered) => {
    if (!answered.ok) refreshAll();
  });
  const [isAskedForNone, setAskedForNone] = useState(false);
  const refused: CheckoutFailure | null =
    isAskedForNone && choice.total === 0 ? noTicketsChosen : answer?.ok ? null : answer;

  const isSelling = live.state === "on_sale" || live.state === "few_left";
  const isQueueing = live.waitlistOpen || refused?.offersWaitlist === true;
  const notice = mine ? (
    <ViewerStatusNotice mine={mine} event={event} live={live} isSelling={isSelling} onChange={settle} />
  ) : null;
  const admittedUntil = useAdmittedUntil();
  const isIn = admittedUntil !== null && admittedUntil > Date.parse(live.at);
  // Before its script runs, and without it, the page does not know who is in: then the form is there, and asks.
  const isOutside = live.room === "open" && admittedUntil !== null && !isIn;
  const roomNotice = live.room ? <RoomNotice slug={event.slug} stage={live.room} choice={choice.items} /> : null;
  const covers = mine?.booking || (mine?.waitlist && !isSelling);
  const badge = stateBadges[live.state];

  return (
    <section
      aria-labelledby={titleId}
      className="grid gap-5 rounded-card border border-line bg-surface p-5 shadow-lift sm:p-6"
    >
      <div className="flex items-center justify-between gap-3">
        <h2 id={titleId} ref={title} tabIndex={-1} className="text-2xl">
          {ticketPanel.title}
        </h2>
        <span role="status" className="flex flex-wrap justify-end gap-1.5">
          {live.isOn ? <Badge tone="positive">{ticketPanel.onNow}</Badge> : null}
          <Badge tone={badge.tone}>{badge.text}</Badge>
        </span>
      </div>
      {/* The notice comes and goes without the focus: a screen reader is told of it here. */}
      <p role="status" className="sr-only">
        {mine?.waitlist && !mine.booking ? ticketPanel.waitlistPosition(mine.waitlist.position) : null}
      </p>

      <form
        action={formAction}
        noValidate
        onSubmit={(submission) => {
          submission.preventDefault();
          if (!isSelling) return;
          setAskedForNone(choice.total === 0);
          if (choice.total > 0) send(new FormData(submission.currentTarget));
        }}
        className="grid gap-5"
      >
        <input type="hidden" name="slug" value={event.slug} />
        <ul className="grid divide-y divide-line border-y border-line">
          {event.ticketTypes.map((type) => (
            <TicketRow
              key={type.code}
              type={type}
              event={event}
              live={live}
              quantity={isSelling ? choice.of(type.code) : null}
              isCovered={Boolean(mine?.booking)}
            />
          ))}
        </ul>
        <FailureNotice failure={refused} />
        {isSelling ? (
          <Overlay cover={covers ? notice : isOutside ? roomNotice : null}>
            {live.room === "open" ? <AdmittedNote slug={event.slug} until={admittedUntil} skew={skew} /> : null}
            <ReserveBar event={event} choice={choice} pending={pending} />
          </Overlay>
        ) : null}
      </form>

      {isSelling ? null : covers ? (
        notice
      ) : isQueueing ? (
        <JoinForm event={event} live={live} initialQuantity={choice.total} onChange={settle} />
      ) : (
        <>
          <ClosedNote event={event} live={live} skew={skew} opening={nextOpening} onOpen={refreshSoon} />
          {live.room === "lobby" ? roomNotice : null}
        </>
      )}
      {isSelling && isQueueing && !mine?.booking && !isOutside ? (
        <WaitlistAside isOpen={refused?.offersWaitlist === true} entry={mine?.waitlist ? notice : null}>
          <JoinForm event={event} live={live} initialQuantity={choice.total} onChange={settle} />
        </WaitlistAside>
      ) : null}
    </section>
  );
}
