"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { TypeCount } from "@/lib/check-in/types";
import { CheckInSession } from "./check-in-session";
import type { CheckInEvent } from "./check-in-types";
import { getDeviceSettings } from "./device-settings";

/** The check-in session of this page, and its state. */
export function useCheckInSession(event: CheckInEvent, counts: TypeCount[]) {
  const [session] = useState(() => new CheckInSession(event, counts, () => getDeviceSettings().name));
  const state = useSyncExternalStore(session.subscribe, session.getState, session.getState);
  useEffect(() => session.start(), [session]);
  return { session, state };
}
