import { CalendarX, CloudOff, RefreshCw, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { DateTime } from "@/components/time/date-time";
import { RichText } from "@/components/ui/rich-text";
import { isEventDay } from "@/lib/check-in/event-day";
import { checkInNotices } from "@/texts/check-in";
import type { CheckInEvent, CheckInState } from "./check-in-types";
import { parseEventDates } from "./decide-offline";
import { useNow } from "./use-now";

function Notice({ tone, icon, children }: { tone: string; icon: ReactNode; children: ReactNode }) {
  return (
    <div className={`flex items-center gap-3 px-4 py-2 text-sm font-medium ${tone}`}>
      {icon}
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}

const amber = "bg-warning-soft text-warning";
const icon = "size-5 shrink-0";

/** Warnings above the page: the wrong day, no network, unsent scans, conflicts. */
export function CheckInNotices({
  state,
  event,
  onOpen,
}: {
  state: CheckInState;
  event: CheckInEvent;
  onOpen: () => void;
}) {
  const { isReady, isConnected, pendingCount, otherPendingCount, manifest } = state;
  const conflicts = state.conflicts.length + state.localConflicts.length;
  const now = useNow();
  const dates = parseEventDates(event);
  return (
    <div role="status">
      {event.status !== "published" ? (
        <Notice tone="bg-danger-soft text-danger" icon={<TriangleAlert aria-hidden="true" className={icon} />}>
          {event.status === "cancelled" ? checkInNotices.cancelled : checkInNotices.notPublished}
        </Notice>
      ) : now && !isEventDay(now, dates) ? (
        <Notice tone={amber} icon={<CalendarX aria-hidden="true" className={icon} />}>
          <RichText
            text={checkInNotices.notToday}
            values={{ date: <DateTime start={dates.startsAt} timeZone={event.timeZone} style="short" /> }}
          />
        </Notice>
      ) : null}
      {isReady && !isConnected ? (
        <Notice tone={amber} icon={<CloudOff aria-hidden="true" className={icon} />}>
          {!manifest
            ? checkInNotices.offlineWithoutList
            : pendingCount > 0
              ? checkInNotices.offlinePending(pendingCount)
              : checkInNotices.offline}
        </Notice>
      ) : pendingCount > 0 ? (
        <Notice tone={amber} icon={<RefreshCw aria-hidden="true" className={icon} />}>
          {checkInNotices.sending(pendingCount)}
        </Notice>
      ) : null}
      {otherPendingCount > 0 ? (
        <Notice tone={amber} icon={<RefreshCw aria-hidden="true" className={icon} />}>
          {checkInNotices.otherPending(otherPendingCount)}
        </Notice>
      ) : null}
      {conflicts > 0 ? (
        <Notice tone="bg-danger-soft text-danger" icon={<TriangleAlert aria-hidden="true" className={icon} />}>
          <button type="button" onClick={onOpen} className="min-h-11 w-full text-start font-semibold underline">
            {checkInNotices.conflicts(conflicts)}
          </button>
        </Notice>
      ) : null}
    </div>
  );
}
