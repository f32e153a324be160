"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { TypeCount } from "@/lib/check-in/answers";
import { deviceSettings } from "./device-settings";
import { Door } from "./door";
import type { DoorEvent } from "./door-types";

/** The door of this page, and how it stands. */
export function useDoor(event: DoorEvent, counts: TypeCount[]) {
  const [door] = useState(() => new Door(event, counts, () => deviceSettings().name));
  const state = useSyncExternalStore(door.subscribe, door.getState, door.getState);
  useEffect(() => door.start(), [door]);
  return { door, state };
}
