"use client";

import { useSyncExternalStore } from "react";
import { useMe } from "@/components/account/use-me";
import { DateTime, knowsTimeZone } from "@/components/time/date-time";
import { RichText } from "@/components/ui/rich-text";
import { localTime } from "@/texts/events";

const subscribeNever = () => () => {};
const deviceTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The same hours in the viewer's own time zone (the account's, else the device's), where their clocks differ. */
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
      <RichText text={localTime.yourTime} values={{ time: <DateTime start={from} end={to} timeZone={own} /> }} />
    </p>
  );
}
