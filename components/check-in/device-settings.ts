"use client";

import { useSyncExternalStore } from "react";
import { deviceSettings } from "@/texts/check-in";

type Settings = {
  name: string;
  isMuted: boolean;
  /** Whether the camera was on when the page was left. */
  hasCamera: boolean;
  cameraId: string | null;
};

const KEY = "quorix-door-device";
const listeners = new Set<() => void>();
const serverSettings: Settings = { name: "", isMuted: false, hasCamera: false, cameraId: null };
let current: Settings | null = null;

function read(): Settings {
  const fresh = { ...serverSettings, name: deviceSettings.defaultName(crypto.randomUUID().slice(0, 3).toUpperCase()) };
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
    // Storage is blocked: the settings last until the page is left.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function useDeviceSettings(): Settings {
  return useSyncExternalStore(subscribe, getDeviceSettings, () => serverSettings);
}
