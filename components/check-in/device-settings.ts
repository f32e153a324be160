"use client";

import { useSyncExternalStore } from "react";

type Settings = {
  /** What this device is called at the door. */
  name: string;
  isMuted: boolean;
  /** Whether the camera was on, to be on again. */
  hasCamera: boolean;
  cameraId: string | null;
};

const KEY = "quorix-door-device";
const listeners = new Set<() => void>();
const serverSettings: Settings = { name: "", isMuted: false, hasCamera: false, cameraId: null };
let current: Settings | null = null;

function read(): Settings {
  const fresh = { ...serverSettings, name: `Device ${crypto.randomUUID().slice(0, 3).toUpperCase()}` };
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return { ...fresh, ...(typeof kept === "object" ? kept : {}) };
  } catch {
    return fresh;
  }
}

export function getDeviceSettings(): Settings {
  current ??= read();
  return current;
}

export function updateSettings(values: Partial<Settings>) {
  current = { ...getDeviceSettings(), ...values };
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // A browser that keeps nothing: good until the page is left.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** How this device is set up; kept by the browser. */
export function useDeviceSettings(): Settings {
  return useSyncExternalStore(subscribe, getDeviceSettings, () => serverSettings);
}
