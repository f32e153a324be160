import { log } from "@/lib/log";
import { inngest } from "./client";
import { clockRulesLoaded } from "./events";

/** Has events held against the rules of zones that this process came with. However many start, it is done once a day. */
export function checkClockRules() {
  const rules = process.versions.tz ?? "";
  const day = new Date().toISOString().slice(0, 10);
  inngest
    .send(clockRulesLoaded.create({ rules }, { id: `clock-rules:${rules}:${day}` }))
    // Nobody waits for it, and the night makes up for it.
    .catch(() => log.warn("clock-rules.announcement.failed", { rules }));
}
