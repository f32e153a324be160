import { useId } from "react";
import { formatInstant, zoneName } from "@/lib/time/format";
import { type ClockChange, skippedMessage } from "@/lib/time/wall-clock";
import { clockChangeNotice } from "@/texts/site";

/** Stands under a time that the clocks skip or show twice, and offers the times to choose from. */
export function ClockChangeNotice({
  wall,
  timeZone,
  change,
  onChange,
}: {
  wall: string;
  timeZone: string;
  change: ClockChange;
  onChange: (wall: string) => void;
}) {
  const group = useId();
  const bare = wall.slice(0, 16);
  if (change.kind === "gap") {
    return (
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-control bg-warning-soft px-4 py-2">
        <p className="font-medium text-warning">{skippedMessage(wall, change.next)}</p>
        <button type="button" onClick={() => onChange(change.next)} className="min-h-11 font-semibold underline">
          {clockChangeNotice.use(change.next.slice(11))}
        </button>
      </div>
    );
  }
  const { first, second } = change;
  const isSecond = wall.endsWith(second.offset);
  return (
    <fieldset className="rounded-control bg-warning-soft px-4 py-2">
      <legend className="float-left w-full font-medium text-warning">
        {clockChangeNotice.question(bare.slice(11))}
      </legend>
      {[
        { label: clockChangeNotice.first(zoneName(first.at, timeZone)), at: first.at, value: bare, checked: !isSecond },
        {
          label: clockChangeNotice.second(zoneName(second.at, timeZone)),
          at: second.at,
          value: `${bare}${second.offset}`,
          checked: isSecond,
        },
      ].map(({ label, at, value, checked }) => (
        <label key={value} className="flex min-h-11 w-full items-center gap-3">
          <input
            type="radio"
            name={group}
            checked={checked}
            onChange={() => onChange(value)}
            className="size-5 shrink-0 accent-accent"
          />
          <span>
            <span>{label}</span>
            <span className="sr-only">{`: ${formatInstant(at, timeZone)}`}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
