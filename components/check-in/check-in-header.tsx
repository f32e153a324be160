"use client";

import { ArrowLeft, Settings, Volume2, VolumeX } from "lucide-react";
import type { Route } from "next";
import { useState } from "react";
import { checkInHeader } from "@/texts/check-in";
import type { CheckInEvent, CheckInState } from "./check-in-types";
import { DeviceDialog } from "./device-dialog";
import { updateSettings } from "./device-settings";

const toolButtonClasses = "grid size-11 shrink-0 place-items-center rounded-control hover:bg-sunken";

export function CheckInHeader({
  event,
  back,
  state,
  isMuted,
  isKept,
}: {
  event: CheckInEvent;
  back: Route;
  state: CheckInState;
  isMuted: boolean;
  isKept: boolean;
}) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <header className="sticky top-0 z-20 flex min-h-14 items-center gap-1 border-b border-line bg-canvas px-2 pt-[env(safe-area-inset-top)]">
      {/* A plain link: that page has another root layout, and is not available offline. */}
      <a href={back} aria-label={checkInHeader.leave} className={toolButtonClasses}>
        <ArrowLeft aria-hidden="true" className="size-5 rtl:-scale-x-100" />
      </a>
      <div className="min-w-0 flex-1">
        <h1 className="text-base leading-tight">{checkInHeader.title}</h1>
        <p dir="auto" className="truncate text-sm text-muted">
          {event.name}
        </p>
      </div>
      <button
        type="button"
        aria-pressed={isMuted}
        aria-label={checkInHeader.mute}
        onClick={() => updateSettings({ isMuted: !isMuted })}
        className={toolButtonClasses}
      >
        {isMuted ? (
          <VolumeX aria-hidden="true" className="size-5 text-muted" />
        ) : (
          <Volume2 aria-hidden="true" className="size-5" />
        )}
      </button>
      <button
        type="button"
        aria-label={checkInHeader.thisDevice}
        onClick={() => setIsOpen(true)}
        className={toolButtonClasses}
      >
        <Settings aria-hidden="true" className="size-5" />
      </button>
      <DeviceDialog open={isOpen} onClose={() => setIsOpen(false)} state={state} isKept={isKept} />
    </header>
  );
}
