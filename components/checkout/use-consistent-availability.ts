import { useEffect, useState } from "react";
import type { ViewerEventStatus } from "@/lib/checkout/viewer-status";
import type { Availability } from "@/lib/events/types";

/**
 * What is left, as it is shown to this viewer. Somebody in line sees a change only together with their place as it is
 * after it: seats that just became theirs are not offered to them as if they were for everybody.
 */
export function useConsistentAvailability(
  live: Availability,
  mine: ViewerEventStatus | null,
  refreshMine: () => void,
): Availability {
  const [shown, setShown] = useState(live);
  const isWaiting = mine?.waitlist != null && mine.booking === null;
  const isAhead = isWaiting && Date.parse(mine.at) < Date.parse(live.at);
  useEffect(() => {
    if (isAhead) refreshMine();
  }, [isAhead, refreshMine]);
  if (isAhead) return shown;
  if (shown !== live) setShown(live);
  return live;
}
