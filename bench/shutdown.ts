import { Shutdown } from "@/local/shutdown";

/** Stops whatever this process started for its measurements, then exits. */
export const shutdown = new Shutdown();
