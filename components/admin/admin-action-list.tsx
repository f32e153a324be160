import { DateTime } from "@/components/time/date-time";
import { adminActionList } from "@/texts/admin";

export function AdminActionList({
  actions,
  timeZone,
}: {
  actions: { at: Date; actor: string | null; text: string; event: string | null }[];
  timeZone: string;
}) {
  return (
    <ol className="rounded-card border border-line bg-surface">
      {actions.map(({ at, actor, text, event }) => (
        <li
          key={`${at.getTime()} ${text}`}
          className="grid gap-x-6 gap-y-0.5 border-b border-line px-5 py-3 last:border-0 sm:grid-cols-[11rem_minmax(0,1fr)]"
        >
          <DateTime
            start={at}
            timeZone={timeZone}
            style="short"
            className="text-sm leading-6 text-muted tabular-nums"
          />
          <p className="wrap-anywhere">
            <bdi className="font-semibold">{actor ?? adminActionList.quorix}</bdi> <bdi>{text}</bdi>
            {event ? (
              <span>
                {": "}
                <bdi>{event}</bdi>
              </span>
            ) : null}
          </p>
        </li>
      ))}
    </ol>
  );
}
