import type { Metadata } from "next";
import { ActionButton } from "@/components/admin/action-button";
import { InventoryAudit } from "@/components/admin/inventory-audit";
import { SendOutboxButton } from "@/components/admin/send-outbox-button";
import { listClasses, rowClasses, WorkSection } from "@/components/admin/work-section";
import { DateTime } from "@/components/time/date-time";
import { Container } from "@/components/ui/container";
import { RichText } from "@/components/ui/rich-text";
import { requireSuperuser } from "@/lib/admin/access";
import { dismissFailedRunAction, retryEmailAction, retryFailedRunAction } from "@/lib/admin/actions";
import { listUndispatched, listUnsentEmails } from "@/lib/admin/background";
import { listOpenFailedRuns } from "@/lib/admin/failed-runs";
import { backgroundPage } from "@/texts/admin";

export const metadata: Metadata = { title: backgroundPage.title };

export const instant = false;

const MAX_SHOWN = 50;

export default async function BackgroundPage() {
  const viewer = await requireSuperuser();
  const [runs, emails, rows] = await Promise.all([
    listOpenFailedRuns(MAX_SHOWN),
    listUnsentEmails(MAX_SHOWN),
    listUndispatched(MAX_SHOWN),
  ]);
  const { failedRuns, unsentEmails, pendingRequests, inventory } = backgroundPage;
  const showDate = (date: Date) => <DateTime start={date} timeZone={viewer.timeZone ?? "UTC"} style="short" />;
  return (
    <Container width="wide" className="grid grid-cols-1 gap-10 pt-8">
      <h1 className="text-3xl">{backgroundPage.title}</h1>
      <WorkSection id="failed-runs" {...failedRuns} count={runs.length} maxShown={MAX_SHOWN}>
        <ul className={listClasses}>
          {runs.map(({ runId, functionId, eventName, error, failedAt, isByClock }) => (
            <li key={runId} className={rowClasses}>
              <div className="grid min-w-0 gap-1">
                <p className="font-semibold wrap-anywhere">{functionId}</p>
                <p className="wrap-anywhere">{error}</p>
                <p className="text-sm text-muted wrap-anywhere">
                  <RichText
                    text={failedRuns.source}
                    values={{ date: showDate(failedAt), source: isByClock ? failedRuns.scheduled : eventName }}
                  />
                </p>
              </div>
              <div className="-mx-2 flex flex-wrap gap-2 md:mx-0">
                {isByClock ? null : (
                  <ActionButton
                    action={retryFailedRunAction}
                    input={{ runId }}
                    label={failedRuns.retryLabel(functionId)}
                  >
                    {failedRuns.retry}
                  </ActionButton>
                )}
                <ActionButton
                  action={dismissFailedRunAction}
                  input={{ runId }}
                  label={failedRuns.dismissLabel(functionId)}
                  variant="ghost"
                >
                  {failedRuns.dismiss}
                </ActionButton>
              </div>
            </li>
          ))}
        </ul>
      </WorkSection>
      <WorkSection id="mails-not-sent" {...unsentEmails} count={emails.length} maxShown={MAX_SHOWN}>
        <ul className={listClasses}>
          {emails.map(({ key, to, subject, attempts, claimedAt }) => (
            <li key={key} className={rowClasses}>
              <div className="grid min-w-0 gap-1">
                <p dir="auto" className="font-semibold wrap-anywhere">
                  {subject}
                </p>
                <p className="text-sm text-muted wrap-anywhere">
                  <RichText text={unsentEmails.attempts(attempts)} values={{ to, date: showDate(claimedAt) }} />
                </p>
              </div>
              <ActionButton
                action={retryEmailAction}
                input={{ key }}
                label={unsentEmails.retryLabel(subject, to)}
                done={unsentEmails.retried}
              >
                {unsentEmails.retry}
              </ActionButton>
            </li>
          ))}
        </ul>
      </WorkSection>
      <WorkSection id="announcements-left-behind" {...pendingRequests} count={rows.length} maxShown={MAX_SHOWN}>
        <div className="grid grid-cols-1 gap-4">
          <SendOutboxButton />
          <ul className={listClasses}>
            {rows.map(({ id, name, attempts, createdAt }) => (
              <li key={id} className={rowClasses}>
                <p className="font-semibold wrap-anywhere">{name}</p>
                <p className="text-sm text-muted">
                  <RichText text={pendingRequests.attempts(attempts)} values={{ date: showDate(createdAt) }} />
                </p>
              </li>
            ))}
          </ul>
        </div>
      </WorkSection>
      <section aria-labelledby="inventory" className="grid grid-cols-1 gap-3">
        <h2 id="inventory" className="text-xl">
          {inventory.title}
        </h2>
        <p className="max-w-prose text-muted text-pretty">{inventory.text}</p>
        <InventoryAudit />
      </section>
    </Container>
  );
}
