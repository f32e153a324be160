import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ActionButton } from "@/components/admin/action-button";
import { InventoryAudit } from "@/components/admin/inventory-audit";
import { SendOutboxButton } from "@/components/admin/send-outbox-button";
import { Container } from "@/components/ui/container";
import { requireSuperuser } from "@/lib/admin/access";
import { dismissFailedRunAction, retryEmailAction, retryFailedRunAction } from "@/lib/admin/actions";
import { listUndispatched, listUnsentEmails } from "@/lib/admin/background";
import { listOpenFailedRuns } from "@/lib/admin/failed-runs";
import { formatBrief } from "@/lib/time/format";
import { backgroundPage } from "@/texts/admin";

export const metadata: Metadata = { title: "Background work" };

export const instant = false;

const MAX_SHOWN = 50;

const listClasses = "rounded-card border border-line bg-surface";
const rowClasses =
  "grid gap-x-6 gap-y-3 border-b border-line px-5 py-4 last:border-0 md:grid-cols-[minmax(0,1fr)_auto] md:items-center";

export default async function BackgroundPage() {
  const viewer = await requireSuperuser();
  const [runs, mails, rows] = await Promise.all([
    listOpenFailedRuns(MAX_SHOWN),
    listUnsentEmails(MAX_SHOWN),
    listUndispatched(MAX_SHOWN),
  ]);
  const at = (date: Date) => formatBrief(date, viewer.timeZone ?? "UTC");
  return (
    <Container width="wide" className="grid grid-cols-1 gap-10 pt-8">
      <h1 className="text-3xl">{backgroundPage.backgroundWork}</h1>
      <WorkSection
        title={backgroundPage.failedRuns}
        text={backgroundPage.whatFunctionGaveUpOn}
        none="No run has failed and was not looked after."
        count={runs.length}
      >
        <ul className={listClasses}>
          {runs.map(({ runId, functionId, eventName, error, failedAt, isByClock }) => (
            <li key={runId} className={rowClasses}>
              <div className="grid min-w-0 gap-1">
                <p className="font-semibold wrap-anywhere">{functionId}</p>
                <p className="wrap-anywhere">{error}</p>
                <p className="text-sm text-muted wrap-anywhere">{`${at(failedAt)} · ${isByClock ? "runs again by the clock" : eventName}`}</p>
              </div>
              <div className="-mx-2 flex flex-wrap gap-2 md:mx-0">
                {isByClock ? null : (
                  <ActionButton
                    action={retryFailedRunAction}
                    input={{ runId }}
                    label={backgroundPage.retry(functionId)}
                  >
                    {backgroundPage.retry2}
                  </ActionButton>
                )}
                <ActionButton
                  action={dismissFailedRunAction}
                  input={{ runId }}
                  label={backgroundPage.dismiss(functionId)}
                  variant="ghost"
                >
                  {backgroundPage.dismiss2}
                </ActionButton>
              </div>
            </li>
          ))}
        </ul>
      </WorkSection>
      <WorkSection
        title={backgroundPage.mailsNotSent}
        text={backgroundPage.mailsThatNoMailServer}
        none="Every mail was taken."
        count={mails.length}
      >
        <ul className={listClasses}>
          {mails.map(({ key, to, subject, attempts, claimedAt }) => (
            <li key={key} className={rowClasses}>
              <div className="grid min-w-0 gap-1">
                <p dir="auto" className="font-semibold wrap-anywhere">
                  {subject}
                </p>
                <p className="text-sm text-muted wrap-anywhere">
                  {`To ${to} · tried ${attempts === 1 ? "once" : `${attempts} times`}, last ${at(claimedAt)}`}
                </p>
              </div>
              <ActionButton
                action={retryEmailAction}
                input={{ key }}
                label={backgroundPage.sendAgainTo(subject, to)}
                done="Handed over."
              >
                {backgroundPage.sendAgain}
              </ActionButton>
            </li>
          ))}
        </ul>
      </WorkSection>
      <WorkSection
        title={backgroundPage.announcementsLeftBehind}
        text={backgroundPage.factsThatWereCommittedAnd}
        none="Everything has reached Inngest."
        count={rows.length}
      >
        <div className="grid grid-cols-1 gap-4">
          <SendOutboxButton />
          <ul className={listClasses}>
            {rows.map(({ id, name, attempts, createdAt }) => (
              <li key={id} className={rowClasses}>
                <p className="font-semibold wrap-anywhere">{name}</p>
                <p className="text-sm text-muted">
                  {`${at(createdAt)} · tried ${attempts === 1 ? "once" : `${attempts} times`}`}
                </p>
              </li>
            ))}
          </ul>
        </div>
      </WorkSection>
      <section aria-labelledby="inventory" className="grid grid-cols-1 gap-3">
        <h2 id="inventory" className="text-xl">
          {backgroundPage.inventory}
        </h2>
        <p className="max-w-prose text-muted text-pretty">{backgroundPage.countsTheSeatsOfEvery}</p>
        <InventoryAudit />
      </section>
    </Container>
  );
}

function WorkSection(part: { title: string; text: string; none: string; count: number; children: ReactNode }) {
  const id = part.title.toLowerCase().replaceAll(" ", "-");
  return (
    <section aria-labelledby={id} className="grid grid-cols-1 gap-3">
      <h2 id={id} className="text-xl">
        {part.count === 0 ? part.title : `${part.title} (${part.count}${part.count === MAX_SHOWN ? " or more" : ""})`}
      </h2>
      <p className="max-w-prose text-muted text-pretty">{part.text}</p>
      {part.count === 0 ? <p className="font-medium text-positive">{part.none}</p> : part.children}
    </section>
  );
}
