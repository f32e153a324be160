import { RichText } from "@/components/ui/rich-text";
import type { TypeCount } from "@/lib/check-in/types";
import { counters } from "@/texts/check-in";

const number = new Intl.NumberFormat("en-GB");
const sum = (counts: TypeCount[], key: "in" | "expected") => counts.reduce((total, count) => total + count[key], 0);

/** How many are checked in on all devices, in large type. `isDaily`: counts only this day. */
export function Counters({ counts, isDaily }: { counts: TypeCount[]; isDaily: boolean }) {
  const types = counts.filter(({ expected }) => expected > 0);
  const [inside, expected] = [sum(counts, "in"), sum(counts, "expected")];
  return (
    <section aria-label={counters.label} className="grid gap-3">
      <p className="flex items-baseline gap-2 text-lg text-muted tabular-nums">
        <RichText
          text={isDaily ? counters.totalToday(expected) : counters.total(expected)}
          values={{
            count: (
              <strong className="font-display text-5xl font-bold text-ink [@media(max-height:500px)]:text-3xl">
                {number.format(inside)}
              </strong>
            ),
          }}
        />
      </p>
      <div aria-hidden="true" className="h-2.5 overflow-hidden rounded-full bg-sunken">
        <div
          className="h-full rounded-full bg-accent transition-[width]"
          style={{ width: `${expected === 0 ? 0 : Math.min(100, (inside / expected) * 100)}%` }}
        />
      </div>
      {types.length > 1 ? (
        <dl className="grid gap-x-8 gap-y-1.5 sm:grid-cols-2">
          {types.map((type) => (
            <div key={type.code} className="flex justify-between gap-4">
              <dt className="min-w-0 truncate text-muted">
                <bdi>{type.name}</bdi>
              </dt>
              <dd className="whitespace-nowrap tabular-nums">{counters.ofType(type.in, type.expected)}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </section>
  );
}
