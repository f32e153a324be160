"use client";

import { useSyncExternalStore } from "react";
import { formatRange } from "@/lib/time/format";

const never = () => () => {};
const viewersZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The same hours on the viewer's own clock, where that is another one. */
export function LocalTime({ start, end, timeZone }: { start: string; end: string; timeZone: string }) {
  const own = useSyncExternalStore(never, viewersZone, () => null);
  if (!own) return null;
  const [from, to] = [new Date(start), new Date(end)];
  const clock = (zone: string) => from.toLocaleString("en-GB", { timeZone: zone });
  if (clock(own) === clock(timeZone)) return null;
  return <p className="text-muted">{`For you: ${formatRange(from, to, own)}`}</p>;
}
