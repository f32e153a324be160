"use client";

import type { Route } from "next";
import { useCallback, useEffect, useState } from "react";
import { onPageVisible } from "@/components/ui/on-page-visible";
import type { TypeCount } from "@/lib/check-in/types";
import { splitCodes } from "@/lib/tickets/code-readings";
import { CheckInAccessLost } from "./check-in-access-lost";
import { CheckInHeader } from "./check-in-header";
import { CheckInNotices } from "./check-in-notices";
import { type CheckInTab, CheckInTabs } from "./check-in-tabs";
import type { CheckInEvent } from "./check-in-types";
import { getDeviceSettings, useDeviceSettings } from "./device-settings";
import { playFeedback, unlockAudio } from "./feedback-sounds";
import { RecentScans } from "./recent-scans";
import { ScanPanel } from "./scan-panel";
import { messageForScanResult } from "./scan-result-messages";
import { ScanResultScreen } from "./scan-result-screen";
import { TicketSearch } from "./ticket-search";
import { useCamera } from "./use-camera";
import { useCheckInSession } from "./use-check-in-session";
import { useOfflinePage } from "./use-offline-page";
import { useWakeLock } from "./use-wake-lock";

/** The check-in page of one event. */
export function CheckIn({ event, counts, back }: { event: CheckInEvent; counts: TypeCount[]; back: Route }) {
  const { session, state } = useCheckInSession(event, counts);
  const { isMuted } = useDeviceSettings();
  const [tab, setTab] = useState<CheckInTab>("scan");
  const scanText = useCallback(
    (text: string) => {
      const [first = text, ...others] = splitCodes(text);
      void (others.length > 0 ? session.scanAll([first, ...others]) : session.scan({ text: first }));
    },
    [session],
  );
  const camera = useCamera(useCallback((texts: string[]) => void session.scanAll(texts), [session]));
  const isKept = useOfflinePage(event.slug, camera.status === "on");
  useWakeLock();

  const { results, access } = state;
  const latest = results.at(-1);
  useEffect(() => {
    if (latest) playFeedback(messageForScanResult(latest, event).tone, { isMuted: getDeviceSettings().isMuted });
  }, [latest, event]);

  useEffect(() => {
    window.addEventListener("pointerdown", unlockAudio);
    window.addEventListener("keydown", unlockAudio);
    return () => {
      window.removeEventListener("pointerdown", unlockAudio);
      window.removeEventListener("keydown", unlockAudio);
    };
  }, []);

  useEffect(() => {
    const onOffline = () => session.markOffline();
    window.addEventListener("offline", onOffline);
    const stop = onPageVisible(() => void session.poll());
    return () => {
      window.removeEventListener("offline", onOffline);
      stop();
    };
  }, [session]);

  if (access !== "allowed")
    return (
      <CheckInAccessLost
        access={access}
        pendingCount={state.pendingCount + state.otherPendingCount}
        slug={event.slug}
      />
    );

  return (
    <div className="flex flex-1 flex-col">
      <CheckInHeader event={event} back={back} state={state} isMuted={isMuted} isKept={isKept} />
      <main id="content" tabIndex={-1} className="flex flex-1 flex-col outline-none">
        <CheckInNotices state={state} event={event} onOpen={() => setTab("recent")} />
        {/* Hidden but mounted: the camera stays on, and typed text is kept. */}
        <div hidden={tab !== "scan"} className={tab === "scan" ? "grid flex-1" : ""}>
          <ScanPanel
            camera={camera}
            state={state}
            event={event}
            isOpen={tab === "scan"}
            onScan={scanText}
            onDismiss={() => session.dismiss()}
          />
        </div>
        {tab === "list" ? (
          <TicketSearch session={session} state={state} event={event} />
        ) : tab === "recent" ? (
          <RecentScans session={session} state={state} event={event} />
        ) : null}
        <CheckInTabs open={tab} onOpen={setTab} conflicts={state.conflicts.length + state.localConflicts.length} />
      </main>
      <ScanResultScreen session={session} state={state} event={event} />
    </div>
  );
}
