import { Shutdown } from "@/local/shutdown";

/** Stops everything this process started for its measurements, then exits. */
export const shutdown = new Shutdown();
