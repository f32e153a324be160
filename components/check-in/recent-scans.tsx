import { DateTime } from "@/components/time/date-time";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { messageForConflict } from "@/lib/check-in/check-in-messages";
import { recentScans } from "@/texts/check-in";
import type { CheckInSession } from "./check-in-session";
import type { CheckInEvent, CheckInState } from "./check-in-types";
import { messageForLocalConflict } from "./scan-result-messages";

/** Conflicts from offline devices, and below them the last scans of this device, with undo. */
export function RecentScans({
  session,
  state,
  event,
}: {
  session: CheckInSession;
  state: CheckInState;
  event: CheckInEvent;
}) {
  const { conflicts, localConflicts, recent } = state;
  const openConflicts = [
    ...conflicts.map((conflict) => ({
      ...{ id: conflict.id, holderName: conflict.holderName, resolve: () => session.resolveConflict(conflict.id) },
      ...messageForConflict(conflict, event),
    })),
    ...localConflicts.map((conflict) => ({
      ...{ id: conflict.id, holderName: conflict.holderName, resolve: () => session.resolveLocalConflict(conflict.id) },
      ...messageForLocalConflict(conflict, event),
    })),
  ];
  return (
    <section aria-label={recentScans.title} className="flex-1">
      <div className="mx-auto grid max-w-3xl gap-6 p-4">
        {openConflicts.length > 0 ? (
          <ul aria-label={recentScans.conflicts} className="grid gap-3">
            {openConflicts.map(({ id, title, detail, holderName, resolve }) => (
              <li key={id} className="flex items-start gap-3 rounded-card bg-danger-soft p-4">
                <div className="min-w-0 flex-1">
                  <h2 className="font-sans text-base font-semibold text-danger">{title}</h2>
                  <p className="font-semibold wrap-anywhere">
                    <bdi translate="no">{holderName || recentScans.noName}</bdi>
                  </p>
                  <p className="text-sm wrap-anywhere">{detail}</p>
                </div>
                <Button variant="secondary" size="sm" onClick={() => void resolve()}>
                  {recentScans.resolve}
                </Button>
              </li>
            ))}
          </ul>
        ) : null}
        {recent.length === 0 ? (
          <EmptyState title={recentScans.emptyTitle}>{recentScans.empty}</EmptyState>
        ) : (
          <ul aria-label={recentScans.list} className="divide-y divide-line">
            {recent.map((scan) => (
              <li key={scan.id} className="flex min-h-16 items-center gap-3 py-2">
                <div className="min-w-0 flex-1">
                  <p
                    dir="auto"
                    translate={scan.holderName ? "no" : undefined}
                    className={`font-semibold wrap-anywhere ${scan.isUndone ? "text-muted line-through" : ""}`}
                  >
                    {scan.holderName || recentScans.unlisted}
                  </p>
                  <p className="text-sm text-muted">
                    <DateTime start={new Date(scan.at)} timeZone={event.timeZone} style="time" />
                    {scan.typeName ? (
                      <span>
                        {" · "}
                        <bdi>{scan.typeName}</bdi>
                      </span>
                    ) : null}
                    {scan.isUndone ? (
                      <span>
                        {" · "}
                        <span>{recentScans.undone}</span>
                      </span>
                    ) : null}
                  </p>
                </div>
                {scan.isUndone ? null : (
                  <Button
                    variant="secondary"
                    size="sm"
                    aria-label={recentScans.undoLabel(scan.holderName || recentScans.thisScan)}
                    onClick={() => void session.undo(scan)}
                  >
                    {recentScans.undo}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
