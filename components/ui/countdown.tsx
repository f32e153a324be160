"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { countdown } from "@/texts/site";

/** "9:05" below an hour, "11 h 42 min" above, "3 days 4 h" from two days on. */
function formatDuration(seconds: number) {
  const hours = Math.floor(seconds / 3600);
  if (hours >= 48) return countdown.days(Math.floor(hours / 24), hours % 24);
  const minutes = Math.floor((seconds % 3600) / 60);
  if (hours > 0) return countdown.hours(hours, minutes);
  return `${minutes}:${String(seconds % 60).padStart(2, "0")}`;
}

/** Time left until an instant. `onEnd` runs once, when the instant is reached or if it has passed already. */
export function Countdown({ until, onEnd }: { until: string; onEnd?: () => void }) {
  const [left, setLeft] = useState<number | null>(null);
  const ended = useEffectEvent(() => onEnd?.());

  useEffect(() => {
    const end = Date.parse(until);
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const milliseconds = end - Date.now();
      setLeft(Math.max(0, Math.ceil(milliseconds / 1000)));
      if (milliseconds <= 0) ended();
      // At the next full second, so that the display never skips one.
      else timer = setTimeout(tick, milliseconds % 1000 || 1000);
    };
    tick();
    return () => clearTimeout(timer);
  }, [until]);

  return (
    <>
      <time role="timer" translate="no" dateTime={until} className="font-semibold tabular-nums">
        {left === null ? "–:––" : formatDuration(left)}
      </time>
      <span role="status" className="sr-only">
        {left !== null && left <= 60 && left > 0 ? countdown.lastMinute : ""}
      </span>
    </>
  );
}
