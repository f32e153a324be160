"use client";

import type { Route } from "next";
import { useCallback, useEffect, useState } from "react";
import { whenShown } from "@/components/ui/when-shown";
import type { TypeCount } from "@/lib/check-in/answers";
import { splitCodes } from "@/lib/tickets/code-readings";
import { deviceSettings, useDeviceSettings } from "./device-settings";
import { DoorClosed } from "./door-closed";
import { DoorHeader } from "./door-header";
import { DoorNotices } from "./door-notices";
import { type DoorTab, DoorTabs } from "./door-tabs";
import type { DoorEvent } from "./door-types";
import { Recent } from "./recent";
import { ScanPanel } from "./scan-panel";
import { signal, wakeSound } from "./signals";
import { TicketSearch } from "./ticket-search";
import { useCamera } from "./use-camera";
import { useDoor } from "./use-door";
import { useOfflinePage } from "./use-offline-page";
import { useWakeLock } from "./use-wake-lock";
import { VerdictScreen } from "./verdict-screen";
import { verdictWords } from "./verdict-words";

/** One event's door, on a phone's whole screen. */
export function CheckIn({ event, counts, back }: { event: DoorEvent; counts: TypeCount[]; back: Route }) {
  const { door, state } = useDoor(event, counts);
  const { isMuted } = useDeviceSettings();
  const [tab, setTab] = useState<DoorTab>("scan");
  const scanText = useCallback(
    (text: string) => {
      const [first = text, ...others] = splitCodes(text);
      void (others.length > 0 ? door.scanTogether([first, ...others]) : door.scan({ text: first }));
    },
    [door],
  );
  const camera = useCamera(useCallback((texts: string[]) => void door.scanTogether(texts), [door]));
  const isKept = useOfflinePage(event.slug, camera.status === "on");
  useWakeLock();

  const { verdicts, access } = state;
  const latest = verdicts.at(-1);
  useEffect(() => {
    if (latest) signal(verdictWords(latest, event).tone, { isMuted: deviceSettings().isMuted });
  }, [latest, event]);

  useEffect(() => {
    window.addEventListener("pointerdown", wakeSound);
    window.addEventListener("keydown", wakeSound);
    return () => {
      window.removeEventListener("pointerdown", wakeSound);
      window.removeEventListener("keydown", wakeSound);
    };
  }, []);

  useEffect(() => {
    const onOffline = () => door.disconnect();
    window.addEventListener("offline", onOffline);
    const stop = whenShown(() => void door.poll());
    return () => {
      window.removeEventListener("offline", onOffline);
      stop();
    };
  }, [door]);

  if (access !== "allowed")
    return <DoorClosed access={access} waiting={state.waiting + state.waitingOfOthers} slug={event.slug} />;

  return (
    <div className="flex flex-1 flex-col">
      <DoorHeader event={event} back={back} state={state} isMuted={isMuted} isKept={isKept} />
      <main id="content" tabIndex={-1} className="flex flex-1 flex-col outline-none">
        <DoorNotices state={state} event={event} onOpen={() => setTab("recent")} />
        {/* Hidden and not gone: the camera goes on, and so does what was typed. */}
        <div hidden={tab !== "scan"} className={tab === "scan" ? "grid flex-1" : ""}>
          <ScanPanel
            camera={camera}
            state={state}
            event={event}
            isOpen={tab === "scan"}
            onScan={scanText}
            onDismiss={() => door.dismiss()}
          />
        </div>
        {tab === "list" ? (
          <TicketSearch door={door} state={state} event={event} />
        ) : tab === "recent" ? (
          <Recent door={door} state={state} event={event} />
        ) : null}
        <DoorTabs open={tab} onOpen={setTab} conflicts={state.conflicts.length + state.localConflicts.length} />
      </main>
      <VerdictScreen door={door} state={state} event={event} />
    </div>
  );
}
