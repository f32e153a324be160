import { log } from "@/lib/log";
import { inngest } from "./client";
import { clockRulesLoaded } from "./events";

/** Starts a check of events against this process's time zone rules. Once a day, however many processes start. */
export function checkClockRules() {
  const rules = process.versions.tz ?? "";
  const day = new Date().toISOString().slice(0, 10);
  inngest
    .send(clockRulesLoaded.create({ rules }, { id: `clock-rules:${rules}:${day}` }))
    // The nightly run repeats it.
    .catch(() => log.warn("clock-rules.announcement.failed", { rules }));
}
