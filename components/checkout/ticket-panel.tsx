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
 * Prices, availability, and the form to reserve. The page around it is static, so the current availability and the
 * viewer's status are fetched here.
 */
export function TicketPanel({ event, initial }: { event: TicketPanelEvent; initial: Availability }) {
  // The router keeps previous pages in the document, hidden, so a fixed id would not be unique.
  const titleId = useId();
  const [opening, setOpening] = useState(() => firstOpeningOf(event, initial));
  const { live: latest, skew, refresh, refreshSoon } = useAvailability(event.slug, initial, opening);
  const { viewerStatus, refresh: refreshViewerStatus } = useViewerStatus(event.slug);
  const live = useConsistentAvailability(latest, viewerStatus, refreshViewerStatus);
  const nextOpening = firstOpeningOf(event, live);
  if (nextOpening !== opening) setOpening(nextOpening);

  const refreshAll = () => {
    refresh();
    refreshViewerStatus();
  };
  const title = useRef<HTMLHeadingElement>(null);
  /** After joining or leaving, the focused button is gone, so the focus moves to the panel's title. */
  const handleWaitlistChange = (answer?: { ok: boolean } | null) => {
    refreshAll();
    if (answer?.ok) title.current?.focus();
  };
  const choice = useChoice(event, live);
  const [posted, formAction] = useActionState(reserveAction, null);
  const { answer, pending, send } = useSubmission<CheckoutRedirect>(reserveAction, posted, (result) => {
    if (!result.ok) refreshAll();
  });
  const [hasSubmittedNone, setHasSubmittedNone] = useState(false);
  const refused: CheckoutFailure | null =
    hasSubmittedNone && choice.total === 0 ? noTicketsChosen : answer?.ok ? null : answer;

  const isSelling = live.state === "on_sale" || live.state === "few_left";
  const isWaitlistOpen = live.waitlistOpen || refused?.offersWaitlist === true;
  const notice = viewerStatus ? (
    <ViewerStatusNotice
      viewerStatus={viewerStatus}
      event={event}
      live={live}
      isSelling={isSelling}
      onChange={handleWaitlistChange}
    />
  ) : null;
  const admittedUntil = useAdmittedUntil();
  const isAdmitted = admittedUntil !== null && admittedUntil > Date.parse(live.at);
  // Null before hydration and without scripts: then the form is shown, and the action decides.
  const needsAdmission = live.room === "open" && admittedUntil !== null && !isAdmitted;
  const roomNotice = live.room ? <RoomNotice slug={event.slug} stage={live.room} choice={choice.items} /> : null;
  const isNoticeShown = viewerStatus?.booking || (viewerStatus?.waitlist && !isSelling);
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
      {/* The notice appears without receiving the focus, so it is announced here. */}
      <p role="status" className="sr-only">
        {viewerStatus?.waitlist && !viewerStatus.booking
          ? ticketPanel.waitlistPosition(viewerStatus.waitlist.position)
          : null}
      </p>

      <form
        action={formAction}
        noValidate
        onSubmit={(submission) => {
          submission.preventDefault();
          if (!isSelling) return;
          setHasSubmittedNone(choice.total === 0);
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
              isCovered={Boolean(viewerStatus?.booking)}
            />
          ))}
        </ul>
        <FailureNotice failure={refused} />
        {isSelling ? (
          <Overlay cover={isNoticeShown ? notice : needsAdmission ? roomNotice : null}>
            {live.room === "open" ? <AdmittedNote slug={event.slug} until={admittedUntil} skew={skew} /> : null}
            <ReserveBar event={event} choice={choice} pending={pending} />
          </Overlay>
        ) : null}
      </form>

      {isSelling ? null : isNoticeShown ? (
        notice
      ) : isWaitlistOpen ? (
        <JoinForm event={event} live={live} initialQuantity={choice.total} onChange={handleWaitlistChange} />
      ) : (
        <>
          <ClosedNote event={event} live={live} skew={skew} opening={nextOpening} onOpen={refreshSoon} />
          {live.room === "lobby" ? roomNotice : null}
        </>
      )}
      {isSelling && isWaitlistOpen && !viewerStatus?.booking && !needsAdmission ? (
        <WaitlistAside isOpen={refused?.offersWaitlist === true} entry={viewerStatus?.waitlist ? notice : null}>
          <JoinForm event={event} live={live} initialQuantity={choice.total} onChange={handleWaitlistChange} />
        </WaitlistAside>
      ) : null}
    </section>
  );
}
