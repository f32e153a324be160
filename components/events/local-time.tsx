"use client";

import { useSyncExternalStore } from "react";
import { useMe } from "@/components/account/use-me";
import { DateTime, knowsTimeZone } from "@/components/time/date-time";
import { localTime } from "@/texts/events";

const subscribeNever = () => () => {};
const deviceTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The same hours on the viewer's own clock, where that is another one: the account's, else the device's. */
export function LocalTime({ start, end, timeZone }: { start: string; end: string; timeZone: string }) {
  const ofDevice = useSyncExternalStore(subscribeNever, deviceTimeZone, () => null);
  const ofAccount = useMe()?.timeZone;
  if (!ofDevice) return null;
  const own = ofAccount && knowsTimeZone(ofAccount) ? ofAccount : ofDevice;
  const [from, to] = [new Date(start), new Date(end)];
  const clock = (zone: string) => from.toLocaleString("en-GB", { timeZone: zone });
  if (clock(own) === clock(timeZone)) return null;
  return (
    <p className="text-muted">
      <span>{localTime.forYou}</span>
      <DateTime start={from} end={to} timeZone={own} />
    </p>
  );
}
