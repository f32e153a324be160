"use client";

import { Clock } from "lucide-react";
import { timeList } from "@/texts/site";

const halfHours = Array.from({ length: 48 }, (_, at) => `${String(at >> 1).padStart(2, "0")}:${at % 2 ? "30" : "00"}`);

const formatTwelveHour = (time: string) => {
  const hour = Number(time.slice(0, 2));
  return `${hour % 12 || 12}:${time.slice(3)} ${hour < 12 ? "AM" : "PM"}`;
};

/** A clock button that opens a native list of times by the half hour. `time` is `HH:mm`, or "". */
export function TimeList({
  label,
  time,
  hourCycle,
  disabled,
  onPick,
}: {
  label: string;
  time: string;
  hourCycle: 12 | 24;
  disabled: boolean;
  onPick: (time: string) => void;
}) {
  const times = time && !halfHours.includes(time) ? [...halfHours, time].toSorted() : halfHours;
  return (
    <span className="relative grid size-11 shrink-0 place-items-center rounded-control hover:bg-sunken has-focus-visible:outline-3 has-focus-visible:outline-accent">
      <Clock aria-hidden="true" className="size-5" />
      <select
        aria-label={label}
        disabled={disabled}
        value={time}
        onChange={(event) => onPick(event.target.value)}
        className="absolute inset-0 size-full appearance-none bg-surface text-ink opacity-0"
      >
        {time ? null : <option value="">{timeList.choose}</option>}
        {times.map((one) => (
          <option key={one} value={one}>
            {hourCycle === 12 ? formatTwelveHour(one) : one}
          </option>
        ))}
      </select>
    </span>
  );
}
