import { useEffect, useState } from "react";
import type { ViewerEventStatus } from "@/lib/checkout/viewer-status";
import type { Availability } from "@/lib/events/types";

/**
 * The availability to show this viewer. A waiting viewer sees a change only together with their updated status, so that
 * seats that have just been offered to them do not appear as seats on public sale.
 */
export function useConsistentAvailability(
  live: Availability,
  viewerStatus: ViewerEventStatus | null,
  refreshViewerStatus: () => void,
): Availability {
  const [shown, setShown] = useState(live);
  const isWaiting = viewerStatus?.waitlist != null && viewerStatus.booking === null;
  const isAhead = isWaiting && Date.parse(viewerStatus.at) < Date.parse(live.at);
  useEffect(() => {
    if (isAhead) refreshViewerStatus();
  }, [isAhead, refreshViewerStatus]);
  if (isAhead) return shown;
  if (shown !== live) setShown(live);
  return live;
}
