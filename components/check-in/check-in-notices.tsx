import { CalendarX, CloudOff, RefreshCw, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { isEventDay } from "@/lib/check-in/event-day";
import { formatBrief } from "@/lib/time/format";
import { checkInNotices } from "@/texts/check-in";
import type { CheckInEvent, CheckInState } from "./check-in-types";
import { parseEventDates } from "./decide-offline";
import { useNow } from "./use-now";

const scanCount = (count: number) => (count === 1 ? "1 scan" : `${count} scans`);

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

/** What is out of the ordinary at this door, above everything else. */
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
          {event.status === "cancelled"
            ? checkInNotices.thisEventWasCancelledNobody
            : checkInNotices.thisEventIsNotPublished}
        </Notice>
      ) : now && !isEventDay(now, dates) ? (
        <Notice tone={amber} icon={<CalendarX aria-hidden="true" className={icon} />}>
          {checkInNotices.notToday(formatBrief(dates.startsAt, event.timeZone))}
        </Notice>
      ) : null}
      {isReady && !isConnected ? (
        <Notice tone={amber} icon={<CloudOff aria-hidden="true" className={icon} />}>
          {`Offline${pendingCount > 0 ? `, ${scanCount(pendingCount)} waiting` : ""}. ${manifest ? "Tickets are checked against this device’s list." : "This device has no list yet."}`}
        </Notice>
      ) : pendingCount > 0 ? (
        <Notice tone={amber} icon={<RefreshCw aria-hidden="true" className={icon} />}>
          {checkInNotices.sending(scanCount(pendingCount))}
        </Notice>
      ) : null}
      {otherPendingCount > 0 ? (
        <Notice tone={amber} icon={<RefreshCw aria-hidden="true" className={icon} />}>
          {`${scanCount(otherPendingCount)} by somebody else ${otherPendingCount === 1 ? "waits" : "wait"} until they sign in on this device again.`}
        </Notice>
      ) : null}
      {conflicts > 0 ? (
        <Notice tone="bg-danger-soft text-danger" icon={<TriangleAlert aria-hidden="true" className={icon} />}>
          <button type="button" onClick={onOpen} className="min-h-11 w-full text-start font-semibold underline">
            {conflicts === 1 ? checkInNotices.n1ScanNeedsLook : checkInNotices.scansNeedLook(conflicts)}
          </button>
        </Notice>
      ) : null}
    </div>
  );
}
