import type { Count } from "./alternatives";

/** "12 events", "More than 1,000 events". */
export function countText({ count, countLimit, isCounted }: Count) {
  if (count > countLimit) return `More than ${countLimit.toLocaleString("en")} events`;
  if (!isCounted) return count === 1 ? "At least 1 event" : `At least ${count.toLocaleString("en")} events`;
  return count === 1 ? "1 event" : `${count.toLocaleString("en")} events`;
}
