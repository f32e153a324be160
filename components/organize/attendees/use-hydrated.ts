import { useSyncExternalStore } from "react";

const subscribeToNothing = () => () => {};

/** Whether scripts run here: false in what the server sends, so that nothing is offered that needs them. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  );
}
