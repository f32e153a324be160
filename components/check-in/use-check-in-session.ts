"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { TypeCount } from "@/lib/check-in/types";
import { CheckInSession } from "./check-in-session";
import type { CheckInEvent } from "./check-in-types";
import { getDeviceSettings } from "./device-settings";

/** The door of this page, and how it stands. */
export function useCheckInSession(event: CheckInEvent, counts: TypeCount[]) {
  const [door] = useState(() => new CheckInSession(event, counts, () => getDeviceSettings().name));
  const state = useSyncExternalStore(door.subscribe, door.getState, door.getState);
  useEffect(() => door.start(), [door]);
  return { door, state };
}
