import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { messageForConflict } from "@/lib/check-in/check-in-messages";
import { formatTime } from "@/lib/time/format";
import { recentScans } from "@/texts/check-in";
import type { CheckInSession } from "./check-in-session";
import type { CheckInEvent, CheckInState } from "./check-in-types";
import { messageForLocalConflict } from "./scan-result-messages";

/** Whom this device let in last, to be undone; and before that, what went wrong while some door had no network. */
export function RecentScans({
  door,
  state,
  event,
}: {
  door: CheckInSession;
  state: CheckInState;
  event: CheckInEvent;
}) {
  const { conflicts, localConflicts, recent } = state;
  const toLookAt = [
    ...conflicts.map((conflict) => ({
      ...{ id: conflict.id, holderName: conflict.holderName, settle: () => door.resolveConflict(conflict.id) },
      ...messageForConflict(conflict, event),
    })),
    ...localConflicts.map((conflict) => ({
      ...{ id: conflict.id, holderName: conflict.holderName, settle: () => door.resolveLocalConflict(conflict.id) },
      ...messageForLocalConflict(conflict, event),
    })),
  ];
  return (
    <section aria-label={recentScans.lastScans} className="flex-1">
      <div className="mx-auto grid max-w-3xl gap-6 p-4">
        {toLookAt.length > 0 ? (
          <ul aria-label={recentScans.toLookAt} className="grid gap-3">
            {toLookAt.map(({ id, title, detail, holderName, settle }) => (
              <li key={id} className="flex items-start gap-3 rounded-card bg-danger-soft p-4">
                <div className="min-w-0 flex-1">
                  <h2 className="font-sans text-base font-semibold text-danger">{title}</h2>
                  <p className="font-semibold wrap-anywhere">
                    <bdi translate="no">{holderName || recentScans.nameNotKnown}</bdi>
                  </p>
                  <p className="text-sm wrap-anywhere">{detail}</p>
                </div>
                <Button variant="secondary" size="sm" onClick={() => void settle()}>
                  {recentScans.done}
                </Button>
              </li>
            ))}
          </ul>
        ) : null}
        {recent.length === 0 ? (
          <EmptyState title={recentScans.nobodyLetInYet}>{recentScans.everybodyThisDeviceLetsIn}</EmptyState>
        ) : (
          <ul aria-label={recentScans.letInByThisDevice} className="divide-y divide-line">
            {recent.map((scan) => (
              <li key={scan.id} className="flex min-h-16 items-center gap-3 py-2">
                <div className="min-w-0 flex-1">
                  <p
                    dir="auto"
                    translate={scan.holderName ? "no" : undefined}
                    className={`font-semibold wrap-anywhere ${scan.isUndone ? "text-muted line-through" : ""}`}
                  >
                    {scan.holderName || recentScans.aTicketNotOnThe}
                  </p>
                  <p className="text-sm text-muted">
                    <span>{formatTime(new Date(scan.at), event.timeZone)}</span>
                    {scan.typeName ? (
                      <span>
                        {" · "}
                        <bdi>{scan.typeName}</bdi>
                      </span>
                    ) : null}
                    <span>{scan.isUndone ? recentScans.undone : ""}</span>
                  </p>
                </div>
                {scan.isUndone ? null : (
                  <Button
                    variant="secondary"
                    size="sm"
                    aria-label={recentScans.undo(scan.holderName || "this scan")}
                    onClick={() => void door.undo(scan)}
                  >
                    {recentScans.undo2}
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
